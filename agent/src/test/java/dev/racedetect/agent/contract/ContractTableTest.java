package dev.racedetect.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTableTest {
  @Test
  void readsARow() {
    List<Contract> rows =
        ContractTable.parse(
            "mine",
            List.of(
                "# a comment",
                "class a.B, a.C [19+]",
                "  get(Object,long)  return!=null  let:sync.acquire(this,arg0)  X-1 X-2  # why"));

    assertThat(rows).hasSize(2);
    Contract row = rows.get(1);
    assertThat(row.owner()).isEqualTo("a/C");
    assertThat(row.method().matches("get", "(Ljava/lang/Object;J)V")).isTrue();
    assertThat(row.method().matches("get", "(Ljava/lang/Object;)V")).isFalse();
    assertThat(row.moment()).isEqualTo(new Moment(Moment.Kind.RETURN, "!=null"));
    assertThat(row.operation().hookClass()).isEqualTo("dev/racedetect/runtime/hook/SyncHooks");
    assertThat(row.operation().arguments()).containsExactly("this", "arg0");
    assertThat(row.ids()).containsExactly("X-1", "X-2");
    assertThat(row.releases().contains(18)).isFalse();
    assertThat(row.releases().contains(19)).isTrue();
  }

  @Test
  void namesFileAndLineOfWhatItCannotRead() {
    assertThatThrownBy(
            () -> ContractTable.parse("mine", List.of("class a.B", "  run()  sometimes  mute")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mine:2")
        .hasMessageContaining("sometimes");
  }

  @Test
  void rangesOfReleasesIncludeBothEnds() {
    assertThat(JdkRange.parse("[..20]").contains(20)).isTrue();
    assertThat(JdkRange.parse("[..20]").contains(21)).isFalse();
    assertThat(JdkRange.parse("[18..19]").contains(17)).isFalse();
    assertThat(JdkRange.parse("[18..19]").contains(18)).isTrue();
  }

  @Test
  void aRowForAFieldThatThisJdkLacksIsLeftOutAndTold() throws Exception {
    List<Contract> rows =
        ContractTable.parse(
            "mine",
            List.of(
                "class java.util.concurrent.Semaphore",
                "  acquire()  return  sync.acquire(this.gone)  X-1",
                "  release()  entry   sync.release(this)       X-2"));
    byte[] original;
    try (var in = ClassLoader.getSystemResourceAsStream("java/util/concurrent/Semaphore.class")) {
      original = in.readAllBytes();
    }
    List<Contract> missing = new ArrayList<>();

    byte[] woven = ContractWeaver.weave(original, rows, missing);

    assertThat(missing).containsExactly(rows.get(0));
    assertThat(new String(woven, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("dev/racedetect/runtime/hook/SyncHooks");
  }
}
