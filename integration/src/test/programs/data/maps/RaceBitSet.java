import java.util.BitSet;

/** 3.2: different bits share words. */
class RaceBitSet {
  private static final BitSet bits = new BitSet();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              bits.set(1); // RACE BitSet
            });
    Thread second =
        new Thread(
            () -> {
              bits.get(2); // RACE BitSet
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
