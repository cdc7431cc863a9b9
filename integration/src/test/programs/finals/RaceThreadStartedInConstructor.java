/**
 * FIN-4: a thread started in the constructor reads a field that the constructor writes after that.
 */
class RaceThreadStartedInConstructor {
  int value;
  final Thread reader;

  RaceThreadStartedInConstructor() {
    reader = new Thread(() -> read());
    reader.start();
    value = 42; // RACE value
  }

  void read() {
    int seen = value; // RACE value
  }

  public static void main(String[] args) throws Exception {
    new RaceThreadStartedInConstructor().reader.join();
  }
}
