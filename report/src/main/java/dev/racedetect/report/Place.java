package dev.racedetect.report;

import java.nio.charset.StandardCharsets;

/**
 * A place in a source file, for tools.
 *
 * @param path path of the file relative to the repository, with slashes; of the package when the
 *     file was not found
 * @param line counted from 1; 1 when the frame does not tell
 * @param found whether the file was found
 */
record Place(String path, int line, boolean found) {

  private static final String HEX = "0123456789ABCDEF";

  /** The path as a relative URI: percent-encoded (RFC 3986). */
  String uri() {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (alphanumeric || "/-._~$+@=,!".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }
}
