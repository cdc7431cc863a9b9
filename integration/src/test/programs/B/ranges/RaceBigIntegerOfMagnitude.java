import java.math.BigInteger;

/** 3.5: a number is made of a range of bytes. */
class RaceBigIntegerOfMagnitude {
  public static void main(String[] args) throws Exception {
    byte[] array = new byte[8];
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) i;
    }
    Thread first =
        new Thread(
            () -> {
              BigInteger seen = new BigInteger(1, array, 2, 4); // RACE byte[]
            });
    Thread second =
        new Thread(
            () -> {
              array[3] = 7; // RACE byte[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
