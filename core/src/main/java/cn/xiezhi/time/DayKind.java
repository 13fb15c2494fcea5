package cn.xiezhi.time;

/** What a day is by the holiday notices. */
public enum DayKind {
    WORKDAY("工作日", true),
    MAKE_UP("调休上班日", true),
    WEEKEND("周末", false),
    HOLIDAY("法定节假日或放假日", false);

    private final String text;
    private final boolean working;

    DayKind(String text, boolean working) {
        this.text = text;
        this.working = working;
    }

    public String text() {
        return text;
    }

    public boolean working() {
        return working;
    }
}
