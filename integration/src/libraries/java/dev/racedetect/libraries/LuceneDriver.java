package dev.racedetect.libraries;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Four threads that add to one Lucene index in memory, replace documents and search meanwhile. */
public final class LuceneDriver {
  private static final int DOCUMENTS = 300;

  private LuceneDriver() {}

  /**
   * Prints how many documents the index holds in the end, and how many match.
   *
   * @param args not used
   * @throws Exception if the index or a member fails
   */
  public static void main(String[] args) throws Exception {
    LongAdder searches = new LongAdder();
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig(new StandardAnalyzer()).setMaxBufferedDocs(50))) {
      try (SearcherManager manager = new SearcherManager(writer, null)) {
        Crew.run(4, member -> index(writer, manager, searches, member));
      }
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        System.out.println(
            "documents="
                + reader.numDocs()
                + " even="
                + searcher.count(new TermQuery(new Term("text", "even")))
                + " replaced="
                + searcher.count(new TermQuery(new Term("text", "replaced")))
                + " searches="
                + searches.sum());
      }
    }
  }

  private static void index(
      IndexWriter writer, SearcherManager manager, LongAdder searches, int member)
      throws IOException {
    for (int i = 0; i < DOCUMENTS; i++) {
      String id = member + "-" + i;
      writer.addDocument(document(id, i % 2 == 0 ? "even number" : "odd number", i));
      if (i % 10 == 0) {
        writer.updateDocument(new Term("id", id), document(id, "replaced by another", i));
      }
      if (i % 25 == 0) {
        manager.maybeRefresh();
        IndexSearcher searcher = manager.acquire();
        try {
          searcher.count(new TermQuery(new Term("text", "odd")));
          searches.increment();
        } finally {
          manager.release(searcher);
        }
      }
    }
  }

  private static Document document(String id, String text, int rank) {
    Document document = new Document();
    document.add(new StringField("id", id, Field.Store.YES));
    document.add(new TextField("text", text, Field.Store.NO));
    document.add(new NumericDocValuesField("rank", rank));
    return document;
  }
}
