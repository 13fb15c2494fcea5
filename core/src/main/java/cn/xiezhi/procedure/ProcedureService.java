package cn.xiezhi.procedure;

/**
 * A procedure that another bundle brings, as an OSGi service: people are offered it while the service is there, in every
 * jurisdiction whose policy names it. Its matters can be read without it, too.
 */
public interface ProcedureService {
    /** Asked once, when the service comes. */
    Procedure procedure();
}
