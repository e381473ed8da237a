from pyspark.sql import SparkSession

df = spark.sql("""
    select id, count(*) as n -- per id
    from orders
    where name = 'it''s'
    group by id
""")
one = spark.sql(f"select {column} from {table} limit 10").collect()
two = spark.sql(
    f"""
    select max({expr(1)}) from t
    """,
    args={"a": 1},
)
three = spark.sql(query)
other = pandas.sql("select 1")
after = len("select 1")
