"""What spark-submit starts."""

from orders_stream.job import main

if __name__ == "__main__":
    main()
