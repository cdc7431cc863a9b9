/** CLI-9: the plain field of an enum constant is shared data like any other. */
class RaceEnumConstant {
  enum Level {
    LOW,
    HIGH;
    int uses;
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Level.LOW.uses++; // RACE Level.uses
            });
    Thread second =
        new Thread(
            () -> {
              Level.LOW.uses++; // RACE Level.uses
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
