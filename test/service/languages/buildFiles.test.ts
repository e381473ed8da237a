import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const sbt: FileKind = { key: 'sbt', path: 'build.sbt' };
const maven: FileKind = { key: 'maven', path: 'pom.xml' };
const gradle: FileKind = { key: 'gradle', path: 'build.gradle.kts' };

const dependency = (group: string, artifact: string) =>
  `<dependencies>\n  <dependency>\n    <groupId>${group}</groupId>\n    <artifactId>${artifact}</artifactId>\n    <version>1</version>\n  </dependency>\n</dependencies>`;

describe('sbt', () => {
  itRecognises(
    sbt,
    [
      ['with the version of Scala', 'libraryDependencies += ⟦"org.apache.spark" %% "spark-s‸ql"⟧ % "4.1.0"', 'spark'],
      ['on the group', '⟦"org.apache.spa‸rk" %% "spark-sql"⟧ % "4.1.0" % Provided,', 'spark'],
      ['without it', '⟦"org.apache.kafka" % "kafka-cli‸ents"⟧ % kafkaVersion', 'kafka'],
      ['the longest prefix', '⟦"org.apache.kafka" %% "kafka-streams-sca‸la"⟧ % "4"', 'kafka-streams'],
      ['the version', '"org.apache.spark" %% "spark-sql" % "4.1‸.0"'],
      ['another artifact', '"org.apache.spark.acme" %% "spark-s‸ql" % "1"'],
      ['a string', 'name := "spark-s‸ql"'],
      ['a comment', '// "org.apache.spark" %% "spark-s‸ql" % "4"'],
      ['a comment over lines', '/*\n "org.apache.spark" %% "spark-s‸ql" % "4"\n*/'],
      ['half-typed', '⟦"org.apache.spark" %% "spark-s‸ql"⟧ %', 'spark'],
      ['without its artifact', '"org.apache.spa‸rk" %% "'],
    ],
    '// 😀\n',
  );
  itSurvivesFuzzing(sbt, ['libraryDependencies ++= Seq(\n  "org.apache.spark" %% "spark-sql" % "4", // x\n)\n']);
  itStaysFast(sbt, '"org.apache.spark" %% "spark-sql" % "4.1.0",\n');
});

describe('Maven', () => {
  itRecognises(
    maven,
    [
      ['an artifact', dependency('org.apache.spark', '⟦spark-s‸ql_2.13⟧'), 'spark'],
      ['a group', dependency('⟦org.apache.spa‸rk⟧', 'spark-sql_2.13'), 'spark'],
      ['with a property', dependency('org.apache.spark', '⟦spark-s‸ql_${scala.version}⟧'), 'spark'],
      ['another group', dependency('com.acme', 'spark-s‸ql_2.13')],
      [
        'an exclusion',
        '<dependency><groupId>a</groupId><artifactId>b</artifactId><exclusions><exclusion><groupId>org.apache.kafka</groupId><artifactId>⟦kafka-cli‸ents⟧</artifactId></exclusion></exclusions></dependency>',
        'kafka',
      ],
      [
        'around an exclusion',
        '<dependency><exclusions><exclusion><groupId>a</groupId><artifactId>b</artifactId></exclusion></exclusions><groupId>org.apache.kafka</groupId><artifactId>⟦kafka-cli‸ents⟧</artifactId></dependency>',
        'kafka',
      ],
      [
        'the project itself',
        '<project><groupId>org.apache.spa‸rk</groupId><artifactId>spark-sql_2.13</artifactId></project>',
      ],
      [
        'a comment',
        '<!-- <dependency><groupId>org.apache.spark</groupId><artifactId>spark-s‸ql</artifactId></dependency> -->',
      ],
      ['text', '<description>spark-s‸ql</description>'],
      ['half-typed', '<dependency><groupId>org.apache.spa‸rk</groupId><artifactId>'],
    ],
    '<!-- 😀 -->\n',
  );
  itSurvivesFuzzing(maven, [`<project>${dependency('org.apache.spark', 'spark-sql_2.13')}</project>`]);
  itStaysFast(maven, dependency('org.apache.spark', 'spark-sql_2.13'));
  itStaysFast(maven, '<dependency><exclusions>');
});

describe('Gradle', () => {
  itRecognises(
    gradle,
    [
      ['in Kotlin', 'implementation("⟦org.apache.kafka:kafka-cli‸ents⟧:4.0.0")', 'kafka'],
      ['in Groovy', "implementation '⟦org.apache.spark:spark-s‸ql_2.13⟧:4.1.0'", 'spark'],
      ['without a version', 'implementation("⟦org.postgresql:postgre‸sql⟧")', 'postgresql'],
      ['with a variable', 'implementation "⟦org.apache.spark:spark-s‸ql_$scala⟧:$spark"', 'spark'],
      ['named', "implementation ⟦group: 'org.apache.kafka', name: 'kafka-cli‸ents'⟧, version: '4'", 'kafka'],
      ['the version', 'implementation("org.apache.kafka:kafka-clients:4.0‸.0")'],
      ['another group', 'implementation("com.acme:spark-s‸ql:1")'],
      ['a comment', '// implementation("org.apache.kafka:kafka-cli‸ents:4")'],
      ['outside of quotes', 'val x = org.apache.kafka:kafka-cli‸ents'],
    ],
    '// 😀\n',
  );
  itSurvivesFuzzing(gradle, ['dependencies {\n  implementation("org.apache.kafka:kafka-clients:4.0.0")\n}\n']);
  itStaysFast(gradle, 'implementation("org.apache.kafka:kafka-clients:4.0.0")\n');
  itStaysFast(gradle, `"${'a.'.repeat(4000)}`);
});
