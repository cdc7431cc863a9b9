/** FIN-2: what is written after the freeze races, also if it is reached by a record's methods. */
class RaceReachedThroughFinals {
  static class Point {
    int x = 1;

    @Override
    public int hashCode() {
      return x; // RACE x
    }

    @Override
    public boolean equals(Object o) {
      return this == o;
    }
  }

  record Holder(Point point, int[][] rows) {}

  static Holder published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              Holder holder;
              while ((holder = published) == null) { // RACE published
                Thread.yield();
              }
              int seen = holder.hashCode();
              seen += holder.rows()[1][0]; // RACE int[]
            });
    reader.start();
    Point point = new Point();
    int[][] rows = new int[2][1];
    published = new Holder(point, rows); // RACE published
    point.x = 2; // RACE x
    rows[1][0] = 3; // RACE int[]
    reader.join();
  }
}
