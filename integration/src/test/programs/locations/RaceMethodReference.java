/** An access in a method that is called by a method reference. */
class RaceMethodReference {
  static int x;

  static void inc() {
    x++; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(RaceMethodReference::inc);
    Thread second = new Thread(RaceMethodReference::inc);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
