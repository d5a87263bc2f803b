import { findDebian } from "./install.mjs";

/** The path of an Alertmanager for the tests of what it sends; `undefined` where none can be had. */
export const findAlertmanager = () =>
  findDebian({
    program: "prometheus-alertmanager",
    pack: "prometheus-alertmanager",
    at: "/usr/bin/prometheus-alertmanager",
    known: process.env.ALERTMANAGER_PATH,
    purpose: "the tests of the alerts that it sends",
  });
