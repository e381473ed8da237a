/** Names that would break a generated project: Python's and SQL's words, and packages that it imports. */
export const reservedWords: ReadonlySet<string> = new Set(
  [
    'and as assert async await break case class continue def del elif else except finally for from global if import in',
    'is lambda match nonlocal not or pass raise return true false try type while with yield none self',
    'all alter any between by cast column constraint create cross current database date day default delete desc',
    'describe distinct drop end exists fetch full grant group having hour index inner insert interval into join key',
    'left like limit merge minute month natural null offset on order outer over partition primary procedure range',
    'references replace right row rows schema select set show table tables then time timestamp to union unique update',
    'user users using values view when where window year',
    'airflow boto3 conftest csv dagster data datetime dbt delta docs duckdb environment json kafka main os path',
    'pandas pyspark pytest python re run site spark sql sqlite3 string sys test tests utils venv',
  ]
    .join(' ')
    .split(' '),
);
