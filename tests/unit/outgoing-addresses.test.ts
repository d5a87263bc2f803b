import { describe, expect, test } from "vitest";
import { isOpenAddress, namesClosedHost } from "@/lib/outgoing/addresses";

describe("isOpenAddress", () => {
  test.each(["93.184.216.34", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001:81b::200e"])(
    "takes %s, which is on the open internet",
    (address) => expect(isOpenAddress(address)).toBe(true),
  );

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.31.255.255",
    "192.0.0.8",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.216.34",
    "64:ff9b::7f00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "not an address",
  ])("refuses %s", (address) => expect(isOpenAddress(address)).toBe(false));
});

describe("namesClosedHost", () => {
  test.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://①②⑦.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[fd00::1]/",
  ])("knows %s, however it is written", (url) => expect(namesClosedHost(new URL(url))).toBe(true));

  test.each(["https://example.com/", "https://93.184.216.34/", "https://[2606:4700::1111]/"])(
    "takes %s",
    (url) => expect(namesClosedHost(new URL(url))).toBe(false),
  );
});
