package canary;

/** Data races of different frequency: field {@code rN} is accessed by one request in N, each in a method of its own. */
final class Planted {
  private int r1;
  private int r3;
  private int r10;
  private int r30;
  private int r100;
  private int r300;
  private int r1000;
  private final int[] cells = new int[4];
  private Object lazy;

  void request(int id) {
    one();
    if (id % 3 == 0) {
      three();
    }
    if (id % 10 == 0) {
      ten();
      cell(id & 3);
    }
    if (id % 30 == 0) {
      thirty();
      create();
    }
    if (id % 100 == 0) {
      hundred();
    }
    if (id % 300 == 0) {
      threeHundred();
    }
    if (id % 1000 == 0) {
      thousand();
    }
  }

  private void one() {
    r1++;
  }

  private void three() {
    r3++;
  }

  private void ten() {
    r10++;
  }

  private void cell(int i) {
    cells[i]++;
  }

  private void thirty() {
    r30++;
  }

  private void create() {
    Object known = lazy;
    lazy = known == null || r30 % 7 == 0 ? new Object() : known;
  }

  private void hundred() {
    r100++;
  }

  private void threeHundred() {
    r300++;
  }

  private void thousand() {
    r1000++;
  }
}
