/** An element of an array of every type. */
class RaceElementOfEveryType {
  static final boolean[] BOOLEANS = new boolean[2];
  static final byte[] BYTES = new byte[2];
  static final char[] CHARS = new char[2];
  static final short[] SHORTS = new short[2];
  static final int[] INTS = new int[2];
  static final long[] LONGS = new long[2];
  static final float[] FLOATS = new float[2];
  static final double[] DOUBLES = new double[2];
  static final String[] STRINGS = new String[2];

  static void write() {
    BOOLEANS[1] = true; // RACE boolean[]
    BYTES[1] = (byte) 1; // RACE byte[]
    CHARS[1] = 'c'; // RACE char[]
    SHORTS[1] = (short) 1; // RACE short[]
    INTS[1] = 1; // RACE int[]
    LONGS[1] = 1L; // RACE long[]
    FLOATS[1] = 1f; // RACE float[]
    DOUBLES[1] = 1d; // RACE double[]
    STRINGS[1] = "s"; // RACE String[]
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
