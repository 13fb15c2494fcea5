package cn.xiezhi.procedure;

/** Is told which procedures are known, at first and whenever that has changed. OSGi whiteboard. */
public interface ProceduresListener {
    void changed(Procedures procedures);
}
