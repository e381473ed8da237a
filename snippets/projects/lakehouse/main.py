"""What spark-submit starts."""

from orders_lakehouse.job import main

if __name__ == "__main__":
    main()
