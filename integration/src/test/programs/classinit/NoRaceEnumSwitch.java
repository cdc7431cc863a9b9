/** CLI-1: a switch over an enum goes through a synthetic class with a static array. */
class NoRaceEnumSwitch {
  enum Level {
    LOW,
    HIGH
  }

  static int weigh(Level level) {
    switch (level) {
      case LOW:
        return 1;
      case HIGH:
        return 2;
      default:
        return 0;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (weigh(Level.LOW) + weigh(Level.HIGH) != 3) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (weigh(Level.LOW) + weigh(Level.HIGH) != 3) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
