import java.nio.IntBuffer;

/** 3.4: the elements of a wrapped array of numbers. */
class RaceTypedContent {
  private static final int[] numbers = new int[8];
  private static final IntBuffer buffer = IntBuffer.wrap(numbers);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(1); // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              numbers[0]++; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
