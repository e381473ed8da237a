import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const yaml = (path: string): FileKind => ({ key: 'yaml', path });

const compose = `x-airflow: &common
  image: \${AIRFLOW_IMAGE_NAME:-apache/airflow:3.0.0}
  environment:
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: postgresql+psycopg2://airflow:airflow@postgres/airflow
services:
  postgres: # the database
    image: "postgres:16"
    healthcheck:
      test: ["CMD-SHELL", "pg_isready -U airflow"]
  init:
    <<: *common
    command: >
      bash -c "
        airflow db migrate &&
        airflow version"
`;

describe('YAML', () => {
  describe('conda', () => {
    const file = yaml('environment.yml');
    const head = 'name: x\nchannels: [conda-forge]\n';
    itRecognises(file, [
      ['a package', `${head}dependencies:\n  - ⟦pys‸park⟧=4.1`, 'pyspark'],
      ['without indent', `${head}dependencies:\n- ⟦pys‸park⟧`, 'pyspark'],
      ['with its channel', `${head}dependencies:\n  - conda-forge::⟦pys‸park⟧>=4`, 'pyspark'],
      ['with a blank before the version', `${head}dependencies:\n  - ⟦bot‸o3⟧ 1.40.*`, 'aws'],
      ['for pip', `${head}dependencies:\n  - pip\n  - pip:\n    - ⟦apache-air‸flow⟧[celery]==3.0`, 'airflow'],
      ['after a broken line', `${head}dependencies:\n  - "a\n  - ⟦pys‸park⟧`, 'pyspark'],
      ['the name of the environment', 'name: pys‸park\ndependencies:\n  - x'],
      ['another list', `${head}dependencies:\n  - x\nvariables:\n  - pys‸park`],
      ['a comment', `${head}dependencies:\n  # - pys‸park`],
    ]);
    itRecognises(yaml('roles/x/meta/main.yml'), [['another file', 'dependencies:\n  - pys‸park']]);
    itRecognises(yaml('recipe/meta.yaml'), [
      ['a recipe', 'requirements:\n  run:\n    - python\n    - ⟦pys‸park⟧ >=4', 'pyspark'],
    ]);
    itRecognises(yaml('.pre-commit-config.yaml'), [
      [
        'a hook of pre-commit',
        'repos:\n  - repo: x\n    hooks:\n      - id: y\n        additional_dependencies: [a, ⟦dbt-c‸ore⟧==1.10]',
        'dbt',
      ],
    ]);
  });

  describe('images', () => {
    itRecognises(yaml('docker-compose.yml'), [
      ['an official one', 'services:\n  db:\n    image: ⟦post‸gres⟧', 'postgresql'],
      ['with a tag', 'services:\n  db:\n    image: ⟦post‸gres⟧:16-alpine', 'postgresql'],
      ['in quotes', "services:\n  db:\n    image: '⟦post‸gres⟧:16'", 'postgresql'],
      ['from Docker Hub', 'services:\n  db:\n    image: docker.io/library/⟦post‸gres⟧:16', 'postgresql'],
      ['with a digest', 'services:\n  db:\n    image: ⟦mon‸go⟧@sha256:00ff', 'mongodb'],
      ['from a registry with a port', 'services:\n  a:\n    image: localhost:5000/⟦apache/air‸flow⟧:3', 'airflow'],
      ['a default', 'x-a: &a\n  image: ${IMAGE:-⟦apache/air‸flow⟧:3.0.0}', 'airflow'],
      ['behind a variable', 'services:\n  a:\n    image: ${REGISTRY}/⟦apache/air‸flow⟧:3', 'airflow'],
      ['with a variable in the tag', 'services:\n  a:\n    image: ⟦apache/air‸flow⟧:${TAG:-3}', 'airflow'],
      ['of somebody else', 'services:\n  a:\n    image: acme/post‸gres:16'],
      ['a longer name', 'services:\n  a:\n    image: post‸gres-exporter:1'],
      ['in a flow mapping', 'services: { db: { image: ⟦post‸gres⟧, ports: [5432] } }', 'postgresql'],
      ['the caret in the tag', 'services:\n  db:\n    image: postgres:1‸6'],
      ['the caret on the key', 'services:\n  db:\n    im‸age: postgres'],
      ['the name of a service', 'services:\n  post‸gres:\n    image: x'],
      ['an alias', 'services:\n  db:\n    image: *post‸gres'],
      ['a comment', 'services:\n  db:\n    image: x # post‸gres'],
      ['half-typed', 'services:\n  db:\n    image: ⟦postgres‸⟧:', 'postgresql'],
      ['below a half-typed key', 'services:\n  db:\n    ima\n    image: ⟦post‸gres⟧', 'postgresql'],
      ['below an open quote', 'services:\n  web:\n    image: "x\n  db:\n    image: ⟦post‸gres⟧', 'postgresql'],
    ]);
    itRecognises(yaml('k8s/pod.yaml'), [
      [
        'a container',
        'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      image: ⟦spa‸rk⟧:4',
        'spark',
      ],
      ['without a tag', 'spec:\n  containers:\n  - image: ⟦mys‸ql⟧\n    name: a', 'mysql'],
      ['of a Spark application', 'spec:\n  image: "⟦apache/spa‸rk⟧:4.1.0"', 'spark'],
      ['in a second document', 'a: 1\n---\nspec:\n  containers:\n    - image: ⟦post‸gres⟧', 'postgresql'],
      ['Helm values', 'worker:\n  image:\n    repository: ⟦apache/air‸flow⟧\n    tag: 3', 'airflow'],
      ['a template of Helm', '{{- if .Values.x }}\nspec:\n  image: ⟦apache/spa‸rk⟧:4\n{{- end }}', 'spark'],
      ['a template in its place', 'spec:\n  image: {{ .Values.post‸gres }}'],
    ]);
    itRecognises(yaml('.github/workflows/ci.yml'), [
      ['a service', 'jobs:\n  t:\n    services:\n      db:\n        image: ⟦post‸gres⟧', 'postgresql'],
      ['a container', 'jobs:\n  t:\n    container: ⟦apache/spa‸rk⟧:4', 'spark'],
      ['an action', 'jobs:\n  t:\n    steps:\n      - uses: docker://⟦post‸gres⟧:16', 'postgresql'],
    ]);
    itRecognises(yaml('.gitlab-ci.yml'), [
      ['a job of GitLab', 'test:\n  image: ⟦post‸gres⟧\n  script: [x]', 'postgresql'],
      ['a service of GitLab', 'test:\n  services:\n    - ⟦post‸gres⟧:16', 'postgresql'],
      ['the name of one', 'test:\n  services:\n    - name: ⟦post‸gres⟧:16', 'postgresql'],
    ]);
    itRecognises(yaml('_data/posts.yml'), [
      ['a picture', '- title: x\n  image: post‸gres'],
      ['a picture in a folder', '- title: x\n  image: img/post‸gres.png'],
    ]);
  });

  describe('dbt', () => {
    itRecognises(yaml('profiles.yml'), [
      ['an adapter', 'shop:\n  target: dev\n  outputs:\n    dev:\n      type: ⟦snow‸flake⟧', 'snowflake'],
      [
        'after Jinja',
        'shop:\n  target: "{{ env_var(\'T\') }}"\n  outputs:\n    dev:\n      type: ⟦post‸gres⟧',
        'postgresql',
      ],
      ['another key', 'shop:\n  outputs:\n    dev:\n      schema: snow‸flake'],
      ['elsewhere in the file', 'shop:\n  type: snow‸flake'],
    ]);
    itRecognises(yaml('config.yml'), [['another file', 'shop:\n  outputs:\n    dev:\n      type: post‸gres']]);
    itRecognises(yaml('packages.yml'), [
      ['a package', 'packages:\n  - package: ⟦dbt-labs/dbt_‸utils⟧\n    version: 1.3.0', 'dbt'],
      ['their list', '# ours\n⟦pack‸ages⟧: # all\n  # one\n  - git: x', 'dbt'],
      ['the list of another tool', 'pack‸ages:\n  all:\n    compiler: [gcc]'],
      ['one word for the next', 'packages:\n  - package: dbt-labs/other‸'],
      ['of a publisher', 'packages:\n  - package: ⟦calogica/dbt_exp‸ectations⟧', 'dbt'],
      ['one from git', 'packages:\n  - git: dbt-labs/dbt_‸utils'],
    ]);
    itRecognises(yaml('dbt_project.yml'), [
      ['a key of the project', 'name: x\n⟦model-pa‸ths⟧: [models]', 'dbt'],
      ['a config', 'models:\n  x:\n    ⟦+material‸ized⟧: table', 'dbt'],
      ['models', '⟦mod‸els⟧:\n  x:\n', 'dbt'],
      ['a key that all have', 'na‸me: x'],
      ['the name of the project', 'models:\n  sh‸op:\n    +materialized: table'],
    ]);
    itRecognises(yaml('models/staging/_models.yml'), [
      ['models', '⟦mod‸els⟧:\n  - name: x\n', 'dbt'],
      ['tests', 'models:\n  - name: x\n    columns:\n      - name: id\n        ⟦data_te‸sts⟧: [unique]', 'dbt'],
      ['a test', 'models:\n  - name: x\n    data_tests:\n      - ⟦accepted_val‸ues⟧:\n          values: [a]', 'dbt'],
      ['a name', 'models:\n  - na‸me: x\n'],
    ]);
    itRecognises(yaml('config/app.yml'), [
      ['keys that sound like it', 'mod‸els:\n  - name: x\n'],
      ['with version 2', 'version: 2\n⟦sour‸ces⟧:\n  - name: x\n', 'dbt'],
      ['its version', '⟦ver‸sion⟧: 2\nsources:\n  - name: x\n', 'dbt'],
    ]);
  });

  describe('Databricks bundles', () => {
    itRecognises(yaml('databricks.yml'), [
      ['bundle', '⟦bun‸dle⟧:\n  name: x', 'databricks'],
      ['a kind of resource', 'bundle:\n  name: x\nresources:\n  ⟦jo‸bs⟧:\n    a:\n      name: b', 'databricks-jobs'],
      ['of a target', 'targets:\n  dev:\n    resources:\n      ⟦pipe‸lines⟧:\n        a: {}', 'delta-live-tables'],
      ['the name of a resource', 'resources:\n  jobs:\n    pipe‸lines:\n      name: b'],
      [
        'a library from PyPI',
        'resources:\n  jobs:\n    a:\n      tasks:\n        - task_key: t\n          libraries:\n            - pypi:\n                package: ⟦bot‸o3⟧==1.40',
        'aws',
      ],
      [
        'a library from Maven',
        'resources:\n  jobs:\n    a:\n      libraries:\n        - maven: { coordinates: "⟦io.delta:del‸ta-spark_2.13⟧:4.0.0" }',
        'delta-lake',
      ],
      [
        'a dependency of an environment',
        'resources:\n  jobs:\n    a:\n      environments:\n        - spec:\n            dependencies:\n              - ⟦bot‸o3⟧',
        'aws',
      ],
    ]);
    itRecognises(yaml('resources/etl.job.yml'), [
      ['a file of resources', 'resources:\n  ⟦jo‸bs⟧:\n    a:\n      name: b', 'databricks-jobs'],
    ]);
    itRecognises(yaml('ci/pipeline.yml'), [
      ['resources of Azure Pipelines', 'resources:\n  pipe‸lines:\n    - pipeline: x'],
      ['resources of Kubernetes', 'apiVersion: v1\nkind: X\nspec:\n  resources:\n    jo‸bs: 1'],
    ]);
  });

  describe('commands', () => {
    itRecognises(yaml('.github/workflows/ci.yml'), [
      ['on the line', 'jobs:\n  t:\n    steps:\n      - run: ⟦db‸t⟧ build', 'dbt'],
      [
        'in a block',
        'jobs:\n  t:\n    steps:\n      - run: |\n          pip install x\n          ⟦db‸t⟧ build\n',
        'dbt',
      ],
      ['in a nested line of a block', '- run: |\n    if true; then\n      ⟦db‸t⟧ build\n    fi', 'dbt'],
      ['a package in a block', '- run: |\n    pip install ⟦dbt-c‸ore⟧ boto3\n', 'dbt'],
      ['with an expression', '- run: ⟦db‸t⟧ build --target ${{ matrix.target }}', 'dbt'],
      ['after an expression', '- run: ${{ matrix.env }} && ⟦db‸t⟧ build', 'dbt'],
      ['a line that is a key in YAML', '- run: |\n    name: x\n    ⟦db‸t⟧ build', 'dbt'],
      ['a name', '- name: db‸t build'],
      ['Python in its place', '- shell: python\n  run: |\n    import air‸flow\n    airflow = 1'],
      ['a comment in a block', '- run: |\n    # db‸t build\n'],
      ['below a block', '- run: |\n    dbt build\n  name: db‸t build'],
    ]);
    itRecognises(yaml('docker-compose.yml'), [
      ['text', 'services:\n  a:\n    command: ⟦air‸flow⟧ scheduler', 'airflow'],
      ['one word', 'services:\n  a:\n    command: ⟦air‸flow⟧', 'airflow'],
      ['a list', 'services:\n  a:\n    command: ["⟦air‸flow⟧", "scheduler"]', 'airflow'],
      ['the second of a list', 'services:\n  a:\n    command: ["echo", "air‸flow"]'],
      [
        'a list of lines',
        'services:\n  a:\n    command:\n      - ⟦spark-sub‸mit⟧\n      - --master\n      - x',
        'spark',
      ],
      [
        'a package in a list of lines',
        'services:\n  a:\n    command:\n      - spark-submit\n      - --packages\n      - ⟦io.delta:del‸ta-spark_2.13⟧:4.0.0',
        'delta-lake',
      ],
      ['folded', 'services:\n  a:\n    command: >\n      ⟦spark-sub‸mit⟧\n      --master x\n', 'spark'],
      ['a later line of folded text', 'services:\n  a:\n    command: >\n      echo\n      air‸flow\n'],
      [
        'over lines in quotes',
        'services:\n  a:\n    command: bash -c "\n      pip install x &&\n      ⟦air‸flow⟧ db migrate"',
        'airflow',
      ],
      ['a shell in a list', 'services:\n  a:\n    entrypoint: ["/bin/sh", "-c", "⟦db‸t⟧ deps && dbt build"]', 'dbt'],
      ['with escaped quotes', 'services:\n  a:\n    command: "bash -c \\"⟦db‸t⟧ build\\""', 'dbt'],
      [
        'a health check',
        'services:\n  a:\n    healthcheck:\n      test: ["CMD", "⟦pg_is‸ready⟧", "-U", "x"]',
        'postgresql',
      ],
      [
        'a health check in a shell',
        'services:\n  a:\n    healthcheck:\n      test: ["CMD-SHELL", "⟦pg_is‸ready⟧ -U x"]',
        'postgresql',
      ],
    ]);
    itRecognises(yaml('docker-compose.yaml'), [
      [
        'a script in a script',
        'services:\n  init:\n    entrypoint: /bin/bash\n    command:\n      - -c\n      - |\n        exec /entrypoint bash -c "\n          ⟦air‸flow⟧ db migrate && \\\n          airflow version"\n',
        'airflow',
      ],
    ]);
    itRecognises(yaml('k8s/job.yaml'), [
      [
        'arguments for a shell',
        'kind: Job\napiVersion: v1\nspec:\n  containers:\n    - command: ["/bin/sh", "-c"]\n      args:\n        - ⟦db‸t⟧ deps && dbt build',
        'dbt',
      ],
      [
        'arguments as a block',
        'kind: Job\napiVersion: v1\nspec:\n  containers:\n    - command: [sh, -c]\n      args:\n        - |\n          cd x\n          ⟦db‸t⟧ build',
        'dbt',
      ],
    ]);
    itRecognises(yaml('.gitlab-ci.yml'), [
      ['a list of command lines', 'test:\n  script:\n    - pip install ⟦pys‸park⟧\n    - dbt build', 'pyspark'],
      ['the next one', 'test:\n  script:\n    - pip install pyspark\n    - ⟦db‸t⟧ build', 'dbt'],
    ]);
    itRecognises(yaml('home/automations.yaml'), [
      ['one word elsewhere', 'fan:\n  command: air‸flow'],
      ['two words elsewhere', 'fan:\n  command: air‸flow high'],
      ['a command line elsewhere', 'fan:\n  command: ⟦air‸flow⟧ dags list --output json', 'airflow'],
      ['a measure', 'air‸flow: 200'],
      ['a list of tools', 'tools: [dbt, air‸flow]'],
      ['text elsewhere', 'fan:\n  description: air‸flow scheduler'],
    ]);
  });

  itSurvivesFuzzing(yaml('docker-compose.yml'), [compose], 3000);
  itSurvivesFuzzing(yaml('.github/workflows/ci.yml'), [
    'jobs:\n  t:\n    steps:\n      - run: |\n          dbt build\n      - {run: "a \\" b", x: [1, \'2\']}\n',
  ]);
  itStaysFast(yaml('docker-compose.yml'), compose);
  itStaysFast(yaml('values.yaml'), '    - image: postgres:16\n');
  itStaysFast(yaml('.gitlab-ci.yml'), '- {a: ["b", \'c\', {d: e}]}\n');
});
