import { findDebian } from "./install.mjs";

/** The path of an nginx for the tests of the documented configuration; `undefined` where none can be had. */
export const findNginx = () =>
  findDebian({
    program: "nginx",
    pack: "nginx-light",
    at: "/usr/sbin/nginx",
    known: process.env.NGINX_PATH,
    purpose: "the tests of the public page behind it",
  });
