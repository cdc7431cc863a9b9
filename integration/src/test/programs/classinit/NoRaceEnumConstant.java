/** CLI-1: enum constants with a plain field that the constructor writes. */
class NoRaceEnumConstant {
  enum Level {
    LOW(1),
    HIGH(2);
    int weight;

    Level(int weight) {
      this.weight = weight;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              int sum = 0;
              for (Level level : Level.values()) {
                sum += level.weight;
              }
              if (sum != 3) {
                throw new AssertionError(sum);
              }
            });
    Thread second =
        new Thread(
            () -> {
              int sum = 0;
              for (Level level : Level.values()) {
                sum += level.weight;
              }
              if (sum != 3) {
                throw new AssertionError(sum);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
