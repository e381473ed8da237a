ThisBuild / scalaVersion := "2.13.18"

lazy val orders = (project in file("."))
  .settings(
    name := "orders-report",
    libraryDependencies ++= Seq(
      "org.apache.spark" %% "spark-sql" % "4.2.0" % Provided,
      "io.delta" % "delta-spark_4.2_2.13" % "4.4.0" % Provided
    )
  )
