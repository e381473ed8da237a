import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const file: FileKind = { key: 'requirements', path: 'requirements.txt' };

describe('pip requirements', () => {
  itRecognises(file, [
    ['a pinned package', '⟦pys‸park⟧==4.1.0', 'pyspark'],
    ['at the start of the name', '⟦‸pyspark⟧==4.1.0', 'pyspark'],
    ['at the end of the name', '⟦pyspark‸⟧==4.1.0', 'pyspark'],
    ['extras are not part of it', '⟦apache-air‸flow⟧[celery,postgres]>=3.0', 'airflow'],
    ['the caret in the extras', 'apache-airflow[cel‸ery]>=3.0'],
    ['the caret in the version', 'pyspark==4.‸1.0'],
    ['names compare as PEP 503 says', '⟦Apache_Air‸flow⟧>=3', 'airflow'],
    ['a marker', '⟦pymo‸ngo⟧ >= 4 ; python_version > "3.9"', 'mongodb'],
    ['a package in a marker', 'other ; extra == "pys‸park"'],
    ['an address', '⟦psyco‸pg2⟧ @ https://example.org/psycopg2.whl', 'postgresql'],
    ['an address without blanks', '⟦dbt-c‸ore⟧@git+https://example.org/dbt.git', 'dbt'],
    ['hashes on the next line', '⟦bot‸o3⟧==1.40.0 \\\n    --hash=sha256:abc', 'aws'],
    ['a comment after it', '⟦bot‸o3⟧  # for S3', 'aws'],
    ['half-typed', '⟦pyspark‸⟧=', 'pyspark'],
    ['a longer name', 'pyspark-ext‸ra==1'],
    ['another file', '-r pys‸park.txt'],
    ['an option', '--index-url https://pys‸park.example.org'],
    ['a comment', '# pys‸park'],
    ['who asked for it', '    # via apache-air‸flow'],
    ['a path', './pys‸park'],
    ['a wheel', 'pys‸park-4.1.0-py3-none-any.whl'],
    ['a sentence', 'pys‸park must be installed first'],
    ['a word of objects', '__proto‸__'],
    ['an inherited name', 'const‸ructor==1'],
    ['the line of the caret', 'pyspark\n‸\n'],
  ]);
  itSurvivesFuzzing(file, [
    'pyspark==4.1.0\napache-airflow[celery]>=3 ; python_version > "3.9"\n-r base.txt\n# note\n',
  ]);
  itStaysFast(file, 'pyspark==4.1.0\napache-airflow[celery]>=3 \\\n    --hash=sha256:00\n');
});
