import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const file: FileKind = { key: 'shell', path: 'run.sh' };

const sample = `#!/usr/bin/env bash
set -euo pipefail
if ! command -v dbt >/dev/null; then pip install "dbt-core==1.10" pyspark; fi
case "$1" in
  airflow|dbt) exec "$@" ;;
  *) spark-submit --packages io.delta:delta-spark_2.13:4.0.0 "$(aws s3 ls | head -1)" ;;
esac
cat <<EOF > x
dbt build
EOF
docker run --rm -v "$PWD:/w" apache/spark:4 bash -c 'dbt run && dbt test'
`;

describe('Shell scripts', () => {
  describe('commands', () => {
    itRecognises(file, [
      ['at the start of a line', '⟦spark-sub‸mit⟧ job.py', 'spark'],
      ['an argument', 'echo spark-sub‸mit'],
      ['indented', '  ⟦db‸t⟧ build', 'dbt'],
      ['two words', '⟦aws s‸3⟧ ls', 's3'],
      ['the first of two words', '⟦a‸ws s3⟧ ls', 's3'],
      ['two words with an option between, the first', '⟦a‸ws⟧ --region us-east-1 s3 ls', 's3'],
      ['two words with an option between, the second', 'aws --region=us-east-1 ⟦s‸3⟧ ls', 's3'],
      ['another sub-command', '⟦a‸ws⟧ ec2 describe', 'aws'],
      ['after &&', 'cd x && ⟦db‸t⟧ build', 'dbt'],
      ['after ||', 'true || ⟦db‸t⟧ build', 'dbt'],
      ['after a pipe', 'cat q.sql | ⟦ps‸ql⟧', 'postgresql'],
      ['after a semicolon', 'cd x; ⟦db‸t⟧ build', 'dbt'],
      ['in a substitution', 'x=$(⟦db‸t⟧ ls)', 'dbt'],
      ['in a substitution in quotes', 'echo "tables: $(⟦db‸t⟧ ls)"', 'dbt'],
      ['in backquotes', 'x=`⟦db‸t⟧ ls`', 'dbt'],
      ['in a subshell', '(cd x && ⟦db‸t⟧ ls)', 'dbt'],
      ['before a substitution', '⟦db‸t⟧ run --vars "$(cat vars.json | jq .)"', 'dbt'],
      ['after variables', 'AWS_PROFILE=x DBT_TARGET="a b" ⟦db‸t⟧ build', 'dbt'],
      ['as a variable', 'dbt‸=1'],
      ['after then', 'if true; then ⟦db‸t⟧ build; fi', 'dbt'],
      ['as a condition', 'if ! ⟦pg_is‸ready⟧ -q; then sleep 1; fi', 'postgresql'],
      ['in a loop', 'for m in a b; do ⟦db‸t⟧ run -s $m; done', 'dbt'],
      ['in the list of a loop', 'for tool in dbt air‸flow; do echo $tool; done'],
      ['in a process substitution', 'diff <(⟦db‸t⟧ ls) x', 'dbt'],
      ['in a function', 'run() { ⟦db‸t⟧ build; }', 'dbt'],
      ['the name of a function', 'air‸flow() { :; }'],
      ['a pattern of case', 'case $1 in\n  air‸flow|worker) exec x ;;\nesac'],
      ['a second pattern of case', 'case $1 in\n  a) x ;;\n  b|air‸flow) y ;;\nesac'],
      ['a command in case', 'case $1 in\n  a) ⟦air‸flow⟧ version ;;\nesac', 'airflow'],
      ['after esac', 'case $1 in a) x ;; esac; ⟦db‸t⟧ build', 'dbt'],
      ['case in a substitution', 'x=$(case $1 in a) ⟦db‸t⟧ ls ;; esac)', 'dbt'],
      ['by its path', '/opt/spark/bin/⟦spark-sub‸mit⟧ job.py', 'spark'],
      ['by a variable', '"$SPARK_HOME/bin/⟦spark-sub‸mit⟧" job.py', 'spark'],
      ['by a half-quoted path', '"${SPARK_HOME}"/bin/⟦spark-sub‸mit⟧ job.py', 'spark'],
      ['a script of its own', './air‸flow build'],
      ['a folder', 'cd dbt‸'],
      ['with its ending', '⟦kafka-top‸ics.sh⟧ --list', 'kafka'],
      ['a longer name', 'dbt-he‸lper build'],
      ['an assignment of Python', 'air‸flow = 3'],
      ['half-typed', 'x && ⟦dbt‸⟧', 'dbt'],
      ['half-typed in a substitution', 'x="$(⟦dbt‸⟧', 'dbt'],
      ['over lines', '⟦spark-sub‸mit⟧ \\\n  --master x \\\n  job.py', 'spark'],
      ['a word on the second line', 'echo \\\n  db‸t'],
    ]);
  });

  describe('commands that run commands', () => {
    itRecognises(file, [
      ['sudo', 'sudo -E -u airflow ⟦air‸flow⟧ webserver', 'airflow'],
      ['the user of sudo', 'sudo -u air‸flow airflow webserver'],
      ['exec', 'exec ⟦air‸flow⟧ "$@"', 'airflow'],
      ['time', 'time ⟦db‸t⟧ build', 'dbt'],
      ['env', 'env -i A=1 ⟦db‸t⟧ build', 'dbt'],
      ['timeout', 'timeout -k 5 60 ⟦db‸t⟧ build', 'dbt'],
      ['xargs', 'ls | xargs -n 1 ⟦ps‸ql⟧ -f', 'postgresql'],
      ['gosu', 'gosu airflow ⟦air‸flow⟧ version', 'airflow'],
      ['uv run', 'uv run --with x ⟦db‸t⟧ build', 'dbt'],
      ['poetry run', 'poetry run ⟦db‸t⟧ build', 'dbt'],
      ['docker exec', 'docker exec -it web ⟦air‸flow⟧ version', 'airflow'],
      ['docker compose', 'docker compose -f a.yml run --rm -e A=b web ⟦air‸flow⟧ version', 'airflow'],
      ['the service of docker compose', 'docker compose run air‸flow bash'],
      ['kubectl exec', 'kubectl exec -n x pod -- ⟦ps‸ql⟧ -c "x"', 'postgresql'],
      ['bash -c', "bash -c '⟦db‸t⟧ deps && dbt build'", 'dbt'],
      ['bash -c, its second command', 'bash -lc "dbt deps && ⟦spark-sub‸mit⟧ \\"x\\""', 'spark'],
      ['bash -c inside', 'docker exec web bash -c "⟦ps‸ql⟧ -l"', 'postgresql'],
      ['bash -c with backquotes after it', 'bash -c \'⟦kafka-top‸ics⟧ `grep "x" y | tail -1` --list\'', 'kafka'],
      ['bash with a file', 'bash db‸t'],
    ]);
  });

  describe('packages, images, coordinates', () => {
    itRecognises(file, [
      ['pip', 'pip install ⟦pys‸park⟧==4.1.0 boto3', 'pyspark'],
      ['the second package', 'pip3 install -U pyspark ⟦bot‸o3⟧', 'aws'],
      ['in quotes, with extras', 'pip install "⟦apache-air‸flow⟧[celery]==3.0"', 'airflow'],
      ['python -m pip', 'python3.12 -m pip install -q ⟦pys‸park⟧', 'pyspark'],
      ['with a path', '.venv/bin/pip install ⟦pys‸park⟧', 'pyspark'],
      ['a requirements file', 'pip install -r pys‸park'],
      ['uninstalling', 'pip uninstall pys‸park'],
      ['uv', 'uv pip install --system ⟦pys‸park⟧', 'pyspark'],
      ['uv add', 'uv add --dev ⟦pys‸park⟧', 'pyspark'],
      ['conda', 'conda install -y -c conda-forge conda-forge::⟦pys‸park⟧=4', 'pyspark'],
      ['the environment of conda', 'conda create -n pys‸park python'],
      ['the image of docker run', 'docker run -it --rm -p 80:80 -v "$PWD:/w" ⟦apache/spa‸rk⟧:4.1.0 bash', 'spark'],
      ['a command in a container', 'docker run --rm apache/spark:4 ⟦spark-sub‸mit⟧ x', 'spark'],
      ['the name of a container', 'docker run --name post‸gres -d x'],
      ['docker pull', 'docker pull docker.io/library/⟦post‸gres⟧:16', 'postgresql'],
      ['kubectl run', 'kubectl run db --image=⟦post‸gres⟧:16', 'postgresql'],
      ['coordinates', 'spark-submit --packages ⟦io.delta:del‸ta-spark_2.13⟧:4.0.0 x.py', 'delta-lake'],
      [
        'the second of two',
        'spark-submit --packages io.delta:delta-spark_2.13:4.0.0,⟦org.apache.kafka:kaf‸ka-clients⟧:4.0.0 x.py',
        'kafka',
      ],
      [
        'coordinates in a setting',
        'pyspark --conf spark.jars.packages=⟦io.delta:del‸ta-spark_2.13⟧:4.0.0',
        'delta-lake',
      ],
      ['coordinates elsewhere', 'echo io.delta:del‸ta-spark_2.13:4.0.0'],
    ]);
  });

  describe('what is text', () => {
    itRecognises(file, [
      ['single quotes', "echo 'run; db‸t build'"],
      ['double quotes', 'echo "run; db‸t build"'],
      ['a comment', '# db‸t build'],
      ['a comment after a command', 'ls # ; db‸t build'],
      ['a hash inside a word', 'ls x#; ⟦db‸t⟧ build', 'dbt'],
      ['a heredoc', 'cat <<EOF\ndb‸t build\nEOF'],
      ['an indented heredoc', 'cat <<-"EOF" > x\n\tdb‸t build\n\tEOF\n'],
      ['after a heredoc', "cat <<'EOF'\nx\nEOF\n⟦db‸t⟧ build", 'dbt'],
      ['after a here string', 'cat <<< "$x"\n⟦db‸t⟧ build', 'dbt'],
      ['two heredocs', 'cat <<A <<B\ndbt\nA\ndb‸t\nB\n'],
      ['arithmetic', 'x=$((dbt + db‸t))'],
      ['an array', 'x=(dbt air‸flow)'],
      ['a redirection', 'ls > db‸t'],
      ['a substitution of Jinja', '{{ db‸t }}'],
      ['a quote that is not closed', "echo 'it\ndb‸t build"],
    ]);
  });

  itSurvivesFuzzing(file, [sample], 3000);
  itStaysFast(file, sample);
  itStaysFast(file, '$(`"${((');
});
