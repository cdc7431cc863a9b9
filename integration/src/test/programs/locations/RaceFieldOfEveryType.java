/** A field of every type. */
class RaceFieldOfEveryType {
  boolean booleanField;
  byte byteField;
  char charField;
  short shortField;
  int intField;
  long longField;
  float floatField;
  double doubleField;
  String stringField;

  void write() {
    booleanField = true; // RACE booleanField
    byteField = (byte) 1; // RACE byteField
    charField = 'c'; // RACE charField
    shortField = (short) 1; // RACE shortField
    intField = 1; // RACE intField
    longField = 1L; // RACE longField
    floatField = 1f; // RACE floatField
    doubleField = 1d; // RACE doubleField
    stringField = "s"; // RACE stringField
  }

  public static void main(String[] args) throws Exception {
    RaceFieldOfEveryType o = new RaceFieldOfEveryType();
    Thread first =
        new Thread(
            () -> {
              o.write();
            });
    Thread second =
        new Thread(
            () -> {
              o.write();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
