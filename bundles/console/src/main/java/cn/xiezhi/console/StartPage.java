package cn.xiezhi.console;

/** The page that loads the console, told what the operator called the product and whether it runs on sample data. */
final class StartPage {
    private static final String NAME = "name=\"application-name\" content=\"";

    private static final String SAMPLE = "name=\"xiezhi-sample\" content=\"";

    private StartPage() {}

    /**
     * @param html the built index.html
     * @param name as it is to stand on the page; empty: as built
     * @param sample whether the console offers its guide, which plays on sample data
     * @throws IllegalStateException if the page has no place for what it is told
     */
    static String told(String html, String name, boolean sample) {
        if (sample && !html.contains(SAMPLE)) {
            throw new IllegalStateException("index.html has no meta element xiezhi-sample");
        }
        return named(sample ? html.replace(SAMPLE, SAMPLE + "true") : html, name);
    }

    private static String named(String html, String name) {
        if (name.isEmpty()) {
            return html;
        }
        int title = html.indexOf("<title>");
        int end = html.indexOf("</title>");
        int place = html.indexOf(NAME);
        if (title < 0 || end < title || place < 0) {
            throw new IllegalStateException("index.html has no title, or no meta element application-name");
        }
        String escaped = escaped(name);
        return (html.substring(0, title) + "<title>" + escaped + html.substring(end)).replace(NAME, NAME + escaped);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
