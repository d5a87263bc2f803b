import { describe, expect, test } from "vitest";
import { pictureMarkdown, pictureNameOf, pictureTypeOf } from "@/lib/domain/picture";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("pictureTypeOf", () => {
  test.each([
    ["\x89PNG\r\n\x1a\n rest", "image/png"],
    ["\xff\xd8\xff\xe0 rest", "image/jpeg"],
    ["GIF87a rest", "image/gif"],
    ["GIF89a rest", "image/gif"],
    ["RIFF1234WEBP rest", "image/webp"],
  ])("knows %j as %s", (content, type) => {
    expect(pictureTypeOf(bytesOf(content))).toBe(type);
  });

  test.each([
    ["nothing", ""],
    ["a drawing that can run scripts", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["a page", "<!doctype html>"],
    ["a film in the same wrapping", "RIFF1234AVI "],
    ["a lone word", "12345678WEBP"],
    ["half a signature", "\x89PN"],
  ])("refuses %s", (_, content) => {
    expect(pictureTypeOf(bytesOf(content))).toBeUndefined();
  });
});

describe("pictureNameOf", () => {
  test.each([
    ["Error rate (14:20).PNG", "Error-rate-14-20.png"],
    ["../../etc/passwd", "picture.png"],
    ["graph.svg", "graph.png"],
    ['"; filename=x.html', "filename-x.png"],
    ["Fehlerquote für Köln.png", "Fehlerquote-fu-r-Ko-ln.png"],
    ["", "picture.png"],
    ["x".repeat(200), `${"x".repeat(60)}.png`],
  ])("makes %j %j", (name, safe) => {
    expect(pictureNameOf(name, "image/png")).toBe(safe);
  });
});

describe("pictureMarkdown", () => {
  test.each([
    ["The error rate falls", "![The error rate falls](/files/a)"],
    ["", "![](/files/a)"],
    ["a](x) [b]\n*c*", "![a\\](x) \\[b\\] \\*c\\*](/files/a)"],
  ])("shows %j and nothing else", (alt, markdown) => {
    expect(pictureMarkdown("a", alt)).toBe(markdown);
  });
});
