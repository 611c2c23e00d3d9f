package sulan.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * How texts become terms, for Chinese and English mixed. A word of letters and digits is one term: without width, case and
 * accents, and stemmed as English is. A Chinese character is a term, and so is each pair of neighbours, at the place of the
 * first of them. Signs are none, and those that make Markdown bold do not part what stands around them.
 */
final class Analysis {

    /** To be raised when the rules change, so that indexes that were made by other ones are made anew. */
    static final int VERSION = 1;

    /** The name of the analyzer in the mapping. */
    static final String NAME = "text";

    static final Analyzer ANALYZER = new Mixed();

    /** A term and where it stands: its place among the terms, and its characters. */
    record Token(String term, int position, int start, int end, boolean isPair) {
    }

    private static final class Mixed extends Analyzer {

        private static final NormalizeCharMap EMPHASIS = emphasis();

        private static NormalizeCharMap emphasis() {
            NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
            map.add("*", "");
            map.add("`", "");
            return map.build();
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(EMPHASIS, reader);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
            TokenStream stemmed = new SnowballFilter(folded, new EnglishStemmer());
            return new TokenStreamComponents(words, new CJKBigramFilter(stemmed, CJKBigramFilter.HAN, true));
        }

        /** No phrase goes from one keyword, or author, to the next. */
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    }

    private Analysis() {
    }

    /** All terms of a text, in order. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream(NAME, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            TypeAttribute type = stream.addAttribute(TypeAttribute.class);
            stream.reset();
            int position = -1;
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(term.toString(), position, place.startOffset(), place.endOffset(),
                        type.type().equals(CJKBigramFilter.DOUBLE_TYPE)));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A string can be read", e);
        }
        return tokens;
    }

    /**
     * The terms that must follow each other where a text is to be found: each Chinese character only within its pairs, which
     * are rarer, if it has any. Empty if the text has nothing to look for.
     */
    static List<Token> phrase(String text) {
        List<Token> tokens = tokens(text);
        List<Token> phrase = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean beginsPair = i + 1 < tokens.size() && tokens.get(i + 1).isPair
                    && tokens.get(i + 1).position == token.position;
            boolean endsPair = i > 0 && tokens.get(i - 1).isPair && tokens.get(i - 1).position == token.position - 1
                    && tokens.get(i - 1).end == token.end;
            if (token.isPair || !beginsPair && !endsPair) {
                phrase.add(token);
            }
        }
        return phrase;
    }
}
