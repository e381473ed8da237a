"""Writes src/service/python/commonNames.json: names that many Python objects have, so that they say nothing about whose they are.

Run it where pandas, polars, dask, numpy, pyarrow, duckdb, requests, sqlalchemy and boto3 can be imported:
    PYTHONPATH=<folder> python scripts/eval/common_names.py
"""

import argparse
import collections
import concurrent.futures
import configparser
import csv
import datetime
import decimal
import io
import json
import logging
import pathlib
import queue
import random
import re
import socket
import string
import subprocess
import sys
import threading
import unittest
import unittest.mock
import urllib.parse
import zipfile

import boto3.session
import dask.array
import dask.bag
import dask.dataframe
from dask.delayed import Delayed
import duckdb
import numpy
import pandas
import polars
import pyarrow
import pyarrow.dataset
import pyarrow.parquet
import requests
import sqlalchemy
import sqlalchemy.orm
from pandas.core.groupby import DataFrameGroupBy, SeriesGroupBy
from pandas.core.indexes.accessors import DatetimeProperties
from pandas.core.resample import Resampler
from pandas.core.strings.accessor import StringMethods
from pandas.core.window import Expanding, Rolling

standard = [
    object, str, bytes, bytearray, int, float, complex, bool, list, dict, set, frozenset, tuple, range, slice, type,
    BaseException, property, io.TextIOWrapper, io.BytesIO, io.StringIO, collections.OrderedDict, collections.defaultdict,
    collections.Counter, collections.deque, collections.ChainMap, datetime.datetime, datetime.date, datetime.time,
    datetime.timedelta, decimal.Decimal, pathlib.Path, re.Pattern, re.Match, logging.Logger, logging.Handler,
    threading.Thread, threading.Lock, threading.Event, queue.Queue, socket.socket, subprocess.Popen,
    subprocess.CompletedProcess, argparse.ArgumentParser, argparse.Namespace, configparser.ConfigParser, csv.DictReader,
    csv.DictWriter, unittest.TestCase, unittest.mock.MagicMock, urllib.parse.ParseResult, zipfile.ZipFile, random.Random,
    string.Template, concurrent.futures.ThreadPoolExecutor, concurrent.futures.Future,
]
frames = [
    pandas, pandas.DataFrame, pandas.Series, pandas.Index, pandas.MultiIndex, pandas.DatetimeIndex, pandas.Timestamp,
    pandas.Timedelta, pandas.ExcelWriter, pandas.ExcelFile, pandas.HDFStore, DataFrameGroupBy, SeriesGroupBy, Resampler,
    Rolling, Expanding, StringMethods, DatetimeProperties,
    polars, polars.DataFrame, polars.LazyFrame, polars.Series, polars.Expr, polars.dataframe.group_by.GroupBy,
    polars.lazyframe.group_by.LazyGroupBy,
    dask.dataframe, dask.dataframe.DataFrame, dask.dataframe.Series, dask.array.Array, dask.bag.Bag, Delayed,
    numpy, numpy.ndarray, numpy.generic,
    pyarrow, pyarrow.Table, pyarrow.Schema, pyarrow.Array, pyarrow.RecordBatch, pyarrow.dataset.Dataset,
    pyarrow.parquet.ParquetFile, duckdb.DuckDBPyConnection, duckdb.DuckDBPyRelation,
]  # fmt: skip
others = [
    requests.Response, requests.Session, sqlalchemy.Engine, sqlalchemy.Connection, sqlalchemy.Table, sqlalchemy.Column,
    sqlalchemy.Select, sqlalchemy.Result, sqlalchemy.orm.Session, sqlalchemy.orm.Query, boto3.session.Session,
]
# packages whose objects are surely nobody else's: what an import of them binds is known
packages = """
apache_beam attr attrs azure boto3 botocore bs4 click cryptography cx_Oracle dask dateutil django docker duckdb fastapi flask fsspec
gcsfs geopandas great_expectations httpx ibis jinja2 joblib json5 kafka kubernetes lightgbm lxml markdown matplotlib mlflow
mock moto mysql networkx nltk numpy openai openpyxl opentelemetry oracledb orjson pandas pandera paramiko pendulum plotly
polars prefect psutil psycopg psycopg2 pyarrow pydantic pymongo pymysql pyodbc pytest pytz redis requests ruamel s3fs scipy
seaborn setuptools sh simplejson sklearn slack_sdk snowflake sqlalchemy statsmodels streamlit tabulate tenacity tensorflow
toml tomli toolz torch tqdm typer typing_extensions ujson urllib3 xgboost yaml yarl
""".split()

members = {name for owner in standard + frames + others for name in dir(owner) if not name.startswith("_")}
members |= {name for name in dir(__builtins__) if not name.startswith("_")}
roots = {name for name in sys.stdlib_module_names if not name.startswith("_")} | set(packages)
target = pathlib.Path(__file__).resolve().parents[2] / "src/service/python/commonNames.json"
target.write_text(json.dumps({"members": " ".join(sorted(members)), "packages": " ".join(sorted(roots))}, indent=2) + "\n")
print(len(members), "members,", len(roots), "packages")
