// JDK 25+

/** SC-9: a scoped value is bound in the thread that reads it. */
class NoRaceScopedValue {
  static final ScopedValue<int[]> BOX = ScopedValue.newInstance();

  public static void main(String[] args) throws Exception {
    int[] box = new int[1];
    box[0] = 1;
    Thread thread =
        new Thread(
            () -> ScopedValue.where(BOX, box).run(() -> BOX.get()[0]++));
    thread.start();
    thread.join();
    ScopedValue.where(BOX, box).call(() -> BOX.get()[0]++);
  }
}
