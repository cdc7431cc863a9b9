// KNOWN GAP: accesses to final fields are not checked

/**
 * FIN-4: a final field gives no guarantee to those who got this before the end of the constructor.
 */
class RaceThisEscapesFinal {
  final int value;
  static volatile RaceThisEscapesFinal published;

  RaceThisEscapesFinal() {
    published = this;
    value = 42; // RACE value
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              RaceThisEscapesFinal o;
              while ((o = published) == null) {
                Thread.onSpinWait();
              }
              int seen = o.value; // RACE value
            });
    reader.start();
    new RaceThisEscapesFinal();
    reader.join();
  }
}
