import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const file: FileKind = { key: 'dockerfile', path: 'Dockerfile' };

const sample = `# syntax=docker/dockerfile:1
ARG BASE_IMAGE=apache/airflow:3.0.0
FROM --platform=linux/amd64 \${BASE_IMAGE} AS base
RUN --mount=type=cache,target=/root/.cache \\
    pip install \\
    # the engine
    pyspark==4.1.0 \\

    boto3
RUN <<EOF
dbt deps
EOF
COPY --from=apache/spark:4.1.0 /opt/spark /opt/spark
ENTRYPOINT ["spark-submit", \\
  "--master", "local"]
CMD airflow scheduler
`;

describe('Dockerfiles', () => {
  describe('images', () => {
    itRecognises(file, [
      ['a base image', 'FROM ⟦apache/air‸flow⟧:3.0.0', 'airflow'],
      ['an official one', 'FROM ⟦post‸gres⟧', 'postgresql'],
      ['in lower case, with a name', 'from ⟦post‸gres⟧:16 as db', 'postgresql'],
      ['with a platform', 'FROM --platform=$BUILDPLATFORM ⟦apache/spa‸rk⟧:4 AS x', 'spark'],
      ['with a registry', 'FROM docker.io/library/⟦post‸gres⟧:16', 'postgresql'],
      ['with a variable in the tag', 'ARG V\nFROM ⟦apache/spa‸rk⟧:${V}', 'spark'],
      ['a default', 'FROM ${BASE:-⟦apache/spa‸rk⟧:4}', 'spark'],
      ['the default of an argument', 'ARG SPARK_IMAGE="⟦apache/spa‸rk⟧:4"', 'spark'],
      ['the default of another argument', 'ARG NAME=post‸gres'],
      ['copied from', 'COPY --from=⟦apache/spa‸rk⟧:4 /a /b', 'spark'],
      ['a stage', 'FROM python:3 AS spark\nFROM spa‸rk'],
      ['the name of a stage', 'FROM python:3 AS spa‸rk'],
      ['copied from a stage', 'FROM python:3 AS spark\nCOPY --from=spa‸rk /a /b'],
      ['the caret in the tag', 'FROM postgres:1‸6'],
      ['a comment', '# FROM post‸gres'],
      ['a folder', 'WORKDIR /opt/spa‸rk'],
      ['half-typed', 'FROM ⟦postgres‸⟧', 'postgresql'],
    ]);
  });

  describe('commands', () => {
    itRecognises(
      file,
      [
        ['in RUN', 'FROM x\nRUN ⟦db‸t⟧ deps', 'dbt'],
        ['a package', 'RUN pip install --no-cache-dir ⟦pys‸park⟧==4.1.0', 'pyspark'],
        [
          'a package over lines',
          'RUN apt-get update && \\\n    pip install \\\n    ⟦pys‸park⟧ \\\n    boto3',
          'pyspark',
        ],
        ['after a comment between lines', 'RUN pip install \\\n    # it is\n    ⟦pys‸park⟧', 'pyspark'],
        ['after an empty line between lines', 'RUN pip install \\\n\n    ⟦pys‸park⟧', 'pyspark'],
        ['after blanks behind the backslash', 'RUN pip install \\  \n    ⟦pys‸park⟧', 'pyspark'],
        ['with options of RUN', 'RUN --mount=type=cache,target=/x ⟦db‸t⟧ deps', 'dbt'],
        ['in CMD', 'CMD ⟦air‸flow⟧ scheduler', 'airflow'],
        ['exec form', 'ENTRYPOINT ["⟦spark-sub‸mit⟧", "x"]', 'spark'],
        ['exec form over lines', 'CMD ["uv", "run", \\\n  "⟦db‸t⟧", "build"]', 'dbt'],
        ['a shell in exec form', 'CMD ["bash", "-c", "⟦air‸flow⟧ db migrate && x"]', 'airflow'],
        ['an argument in exec form', 'CMD ["echo", "air‸flow"]'],
        ['a health check', 'HEALTHCHECK --interval=5s CMD ⟦pg_is‸ready⟧ -U x', 'postgresql'],
        ['on build', 'ONBUILD RUN pip install ⟦pys‸park⟧', 'pyspark'],
        ['a heredoc', 'RUN <<EOF\npip install ⟦pys‸park⟧\nEOF', 'pyspark'],
        ['after a heredoc', 'RUN <<EOF\nx\nEOF\nFROM ⟦post‸gres⟧', 'postgresql'],
        ['a heredoc for Python', 'RUN python <<EOF\nair‸flow version\nEOF'],
        ['a copied heredoc', 'COPY <<EOF /x\nair‸flow version\nEOF'],
        ['another escape character', '# escape=`\nRUN x && `\n  ⟦db‸t⟧ deps', 'dbt'],
        ['a comment between lines', 'RUN x && \\\n    # db‸t deps\n    y'],
        ['a variable', 'ENV CMD="db‸t build"'],
        ['half-typed', 'RUN pip install ⟦pyspark‸⟧ \\', 'pyspark'],
      ],
      null,
    );
  });

  itSurvivesFuzzing(file, [sample], 3000);
  itStaysFast(file, sample);
  itStaysFast(file, 'RUN pip install pyspark && \\\n');
});
