/** A static field of every type. */
class RaceStaticFieldOfEveryType {
  static boolean booleanField;
  static byte byteField;
  static char charField;
  static short shortField;
  static int intField;
  static long longField;
  static float floatField;
  static double doubleField;
  static String stringField;

  static void write() {
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
    Thread first =
        new Thread(
            () -> {
              write();
            });
    Thread second =
        new Thread(
            () -> {
              write();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
