/** FIN-4, THR-1: a thread started as the last action of the constructor. */
class NoRaceThreadStartedInConstructor {
  int value;
  final Thread reader;

  NoRaceThreadStartedInConstructor() {
    value = 42;
    reader = new Thread(() -> read());
    reader.start();
  }

  void read() {
    if (value != 42) {
      throw new AssertionError(value);
    }
  }

  public static void main(String[] args) throws Exception {
    new NoRaceThreadStartedInConstructor().reader.join();
  }
}
