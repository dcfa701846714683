import java.io.File;
import java.util.TreeSet;

import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;

/**
 * Prints, for each ontology file, how many axioms it has, what keeps it out of OWL 2 DL and RL, and what HermiT finds:
 * one finding a line, behind the file's name and a tab.
 */
public class OntologyCheck {
    public static void main(String[] files) throws Exception {
        for (String name : files) {
            File file = new File(name);
            OWLOntology ontology = OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(file);
            System.out.println(file.getName() + "\taxioms: " + ontology.getAxiomCount());
            for (String fault : faults(ontology)) {
                System.out.println(file.getName() + "\t" + fault);
            }
        }
    }

    private static TreeSet<String> faults(OWLOntology ontology) {
        TreeSet<String> faults = new TreeSet<String>();
        for (OWLProfile profile : new OWLProfile[] {new OWL2DLProfile(), new OWL2RLProfile()}) {
            for (OWLProfileViolation violation : profile.checkOntology(ontology).getViolations()) {
                faults.add(profile.getName() + ": " + violation.toString().replace('\n', ' '));
            }
        }
        Reasoner reasoner = new Reasoner(ontology);
        if (!reasoner.isConsistent()) {
            faults.add("inconsistent");
            return faults;
        }
        for (OWLClass unsatisfiable : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) {
            faults.add("unsatisfiable: " + unsatisfiable.getIRI());
        }
        return faults;
    }
}
