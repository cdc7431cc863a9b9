package dev.racedetect.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What decides about a record, read without building it: of a million records all but a few repeat
 * what is known. Reading it walks through the whole line, so that a line cut short is noticed.
 *
 * @param schema 0 when there is none
 * @param kind empty when there is none
 * @param fingerprint empty when there is none
 * @param known whether the baseline of the run listed it
 * @param version of the program; empty if it is not told
 * @param host where it ran; empty if it is not told
 */
record RecordHead(
    int schema, String kind, String fingerprint, boolean known, String version, String host) {

  private static final JsonFactory FACTORY = new JsonFactory();

  /**
   * Reads the head of a record.
   *
   * @throws IOException when the line is not one whole JSON object
   */
  static RecordHead read(byte[] bytes, int offset, int length) throws IOException {
    int schema = 0;
    String kind = "";
    String fingerprint = "";
    boolean known = false;
    String version = "";
    String host = "";
    try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        switch (name) {
          case "schema" -> schema = value == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
          case "kind" -> kind = value == JsonToken.VALUE_STRING ? parser.getText() : "";
          case "fingerprint" ->
              fingerprint = value == JsonToken.VALUE_STRING ? parser.getText() : "";
          case "known" -> known = value == JsonToken.VALUE_TRUE;
          case "version" -> version = value == JsonToken.VALUE_STRING ? parser.getText() : "";
          case "host" -> host = value == JsonToken.VALUE_STRING ? parser.getText() : "";
          default -> parser.skipChildren();
        }
      }
      if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
        throw new IOException("not one whole object");
      }
    }
    return new RecordHead(schema, kind, fingerprint, known, version, host);
  }
}
