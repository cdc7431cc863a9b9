package dev.racedetect.agent.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.racedetect.runtime.options.OptionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserContractParserTest {
  @Test
  void readsRowsOfSeveralClasses() throws OptionException {
    List<Contract> rows =
        UserContractParser.parse(
            "mine",
            List.of(
                "# what we hand over",
                "class com.acme.Mailbox, com.acme.Mailbox$Fast",
                "  post(Object, int)  entry        release(arg0)  # before it can be seen",
                "  poll()             return!=null acquire(result)"));

    assertThat(rows).hasSize(4);
    assertThat(rows.get(1).owner()).isEqualTo("com/acme/Mailbox$Fast");
    assertThat(rows.get(0).method().matches("post", "(Ljava/lang/Object;I)Z")).isTrue();
    assertThat(rows.get(0).operation()).isEqualTo(Operation.parse("sync.release(arg0)"));
    assertThat(rows.get(2).moment()).isEqualTo(new Moment(Moment.Kind.RETURN, "!=null"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "take() return | is not a contract",
        "take return acquire(this) | is not a method",
        "take() sometimes acquire(this) | is not a moment",
        "take() return>0 acquire(this) | is not a moment",
        "take() return fetch(this) | is not an operation",
        "take() return acquire(that) | is not an operation",
        "take() entry acquire(result) | there is no result at entry",
        "put(int) entry release(arg0) | arg0 is of type int",
        "put(Object) entry release(arg1) | there is no arg1",
        "put(*) entry release(arg0) | there is no arg0",
        "class com.acme/Mailbox | is not the name of a class",
      })
  void namesFileAndLineAndWhatWouldBeValid(String row, String complaint) {
    assertThatThrownBy(() -> UserContractParser.parse("mine", List.of("class a.B", "", row)))
        .isInstanceOf(OptionException.class)
        .hasMessageStartingWith("mine:3: ")
        .hasMessageContaining(complaint)
        .hasMessageMatching(".*(valid moments|valid operations|expected lines).*");
  }

  @Test
  void aRowBelongsToAClass() {
    assertThatThrownBy(
            () -> UserContractParser.parse("mine", List.of("take() return acquire(this)")))
        .hasMessageContaining("mine:1:");
  }
}
