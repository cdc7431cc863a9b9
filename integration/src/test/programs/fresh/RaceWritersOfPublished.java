/** FIN-1: two threads write to an object that was published safely; its maker has no part in it. */
class RaceWritersOfPublished {
  int first;
  int second;
  static volatile RaceWritersOfPublished published;

  RaceWritersOfPublished() {
    first = 1;
    second = 2;
  }

  static RaceWritersOfPublished find() {
    RaceWritersOfPublished o;
    while ((o = published) == null) {
      Thread.onSpinWait();
    }
    return o;
  }

  public static void main(String[] args) throws Exception {
    Thread one = new Thread(() -> find().first = 3); // RACE first
    Thread two = new Thread(() -> find().first = 4); // RACE first
    one.start();
    two.start();
    published = new RaceWritersOfPublished();
    one.join();
    two.join();
  }
}
