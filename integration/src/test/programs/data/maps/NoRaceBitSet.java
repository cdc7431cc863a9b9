import java.util.BitSet;

/** 3.2: two readers. */
class NoRaceBitSet {
  private static final BitSet bits = new BitSet();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              bits.get(1);
            });
    Thread second =
        new Thread(
            () -> {
              bits.cardinality();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
