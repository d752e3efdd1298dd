"use strict";
/** Loaded before everything else: folders are listed backwards, as some file system might. */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { readdirSync, readdir } = fs;
const promised = fs.promises.readdir;
fs.readdirSync = (...args) => readdirSync(...args).reverse();
fs.readdir = (path, ...rest) => {
  const done = rest.pop();
  readdir(path, ...rest, (error, found) => done(error, found?.reverse()));
};
fs.promises.readdir = async (...args) => (await promised(...args)).reverse();
syncBuiltinESMExports();
