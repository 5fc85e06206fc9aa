import { describe, expect, test } from "vitest";
import { constantNameFor, folderOf, machinePath, partsBelow, variableNameFor } from "../../server/analysis/facts/paths/machine-paths.ts";

describe("paths of one machine", () => {
  test.each([
    "/home/jane/x.csv", "/Users/jane/x.csv", "/root/x.csv", "C:\\data\\x.csv", "d:/data/x.csv", "\\\\server\\share\\x.csv", "~/x.csv", "~jane/x.csv",
    "/content/drive/MyDrive/x.csv", "/kaggle/input/x.csv", "dbfs:/mnt/x", "/dbfs/mnt/x", "/mnt/data", "/data", "/data/x.csv", "/opt/data/x.csv",
    "file:///home/jane/x.csv", "/x.csv",
  ])("%s", (path) => { expect(machinePath(path)).toBeDefined(); });
});

test.each([
  ["/home/jane/x.csv", "home folder"], ["~/x.csv", "home folder"], ["file:///home/jane/x.csv", "home folder"], ["file:/Users/jane/x.csv", "home folder"],
  ["file://localhost/home/jane/x.csv", "home folder"], ["file:///C:/data/x.csv", "Windows"], ["file://server/share/x.csv", "share"], ["D:\\x\\y.csv", "Windows"],
  ["\\\\server\\share\\x.csv", "share"], ["/content/drive/MyDrive/x.csv", "Colab with somebody's Drive"], ["/content/gdrive/My Drive/x", "Drive"], ["/content/x.csv", "Colab"],
  ["/kaggle/input/x.csv", "Kaggle"], ["dbfs:/mnt/x.csv", "Databricks"], ["dbfs:///mnt/x.csv", "Databricks"], ["/dbfs/FileStore/x.csv", "Databricks"],
  ["/Workspace/Users/jane@acme.com/x.csv", "Databricks"], ["/Volumes/USB DISK/x.csv", "Mac"], ["/Volumes/Backup/data/x.csv", "Mac"], ["/mnt/data/x.csv", "machines set up"],
])("%s exists only %s", (path, where) => { expect(machinePath(path)?.where).toContain(where); });

describe("every machine has it, many share it, or it is no path", () => {
  test.each([
    "", "/", "//", ".", "..", "x.csv", "data/x.csv", "../x.csv", "./x.csv", "/etc/hosts", "/dev/null", "/proc/1/stat", "/tmp/x", "/usr/share/x", "/var/log/x",
    "/opt/ml/input/data", "/Volumes/main/s/v/x", "s3://b/x", "gs://b/x", "https://e.org/x", "hdfs://n/x", "abfss://c@a/x", "sqlite:///x.db", "/api", "/users",
    "s3a://b/x", "gcs://b/x", "wasbs://c@a/x", "adl://a/x", "hdfs:///data/x", "/Volumes/main/sales/raw/2024/x.csv", "/Volumes/main/sales", "dbfs:/databricks-datasets/x",
    "/databricks-datasets/x.csv", "file:///tmp/x", "dbfs:/tmp/x",
  ])("%j", (path) => { expect(machinePath(path)).toBeUndefined(); });
});

test.each([
  ["/home/jane/customers.csv", "CUSTOMERS_PATH"], ["/mnt/data", "DATA_DIR"], ["C:\\x\\sales 2024.xlsx", "SALES_2024_PATH"], ["/a/2024.csv", "DATA_2024_PATH"],
  ["/a/myData.tar.gz", "MY_DATA_PATH"], ["/a/data_dir", "DATA_DIR"], ["~/x/", "X_DIR"], ["/sales/%s.csv", "SALES_PATH"], ["/", "DATA_DIR"], ["/a/été.csv", "T_PATH"],
])("the constant for %s is %s", (path, name) => { expect(constantNameFor(path)).toBe(name); });

test("a variable that the system reads is never taken", () => {
  expect(variableNameFor("PATH", "/data/in.csv")).toBe("IN_PATH");
  expect(variableNameFor("home", "/data/x")).toBe("X_DIR");
  expect(variableNameFor("source", "/data/x")).toBe("SOURCE");
});

test("parts below a folder", () => {
  expect(partsBelow("/a/b/c/x.csv", "/a/b")).toEqual(["c", "x.csv"]);
  expect(partsBelow("/a/bc/x.csv", "/a/b")).toBeUndefined();
  expect(partsBelow("/a/b", "/a/b")).toBeUndefined();
  expect(partsBelow("/a/b/../x", "/a/b")).toBeUndefined();
  expect(partsBelow("c:\\A\\b\\x.csv", "C:/a")).toEqual(["b", "x.csv"]);
  expect(partsBelow("/x.csv", "")).toBeUndefined();
});

test("the folder of a document", () => {
  expect(folderOf("file:///home/jane/my%20code/train.py")).toBe("/home/jane/my code");
  expect(folderOf("file:///C:/code/train.py")).toBe("C:/code");
  expect(folderOf("file:///c%3A/code/train.py")).toBe("c:/code");
  expect(folderOf("untitled:Untitled-1")).toBeUndefined();
  expect(folderOf("file:///a/%E0%A4%A/x.py")).toBeUndefined();
});
