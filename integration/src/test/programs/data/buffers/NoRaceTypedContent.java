import java.nio.IntBuffer;

/** 3.4: another element. */
class NoRaceTypedContent {
  private static final int[] numbers = new int[8];
  private static final IntBuffer buffer = IntBuffer.wrap(numbers);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              buffer.put(1);
            });
    Thread second =
        new Thread(
            () -> {
              numbers[1]++;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
