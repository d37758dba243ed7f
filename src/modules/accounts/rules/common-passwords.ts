/**
 * Words that open the lists of passwords seen in French and English leaks, without accents or digits. A password made of
 * one of them, repeated or dressed with figures and signs, is guessed first whatever its length (ASVS 6.2.4).
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `azerty azertyuiop azertyuiopqsdfghjklm qwerty qwertyuiop qwertyuiopasdfghjklzxcvbnm qsdfghjklm wxcvbn poiuytreza
motdepasse monmotdepasse motdepass lemotdepasse password passwd passw mypassword thepassword passe secret secrete
bonjour bonjouratous salut coucou bienvenue welcome hello helloworld letmein iloveyou jetaime jetaimemoncoeur
jtm mamour monamour amour coeur moncoeur cheri cherie doudou loulou loulette chouchou choupinette minou chaton nounours
soleil etoile princesse princess prince papillon bisous bisou calin licorne unicorn dragon monkey tigre panthere lapin
marseille olympiquedemarseille paris parissaintgermain lyon bordeaux toulouse nantes lille france vivelafrance
football foot rugby basket zidane ronaldo mbappe messi neymar naruto pokemon pikachu minecraft fortnite superman batman starwars
admin administrateur administrator root test testtest essai invite user utilisateur demo changeme changezmoi nouveau
nicolas thomas julien camille marine alexandre antoine maxime quentin romain charlotte pauline manon lea chloe sarah
maman papa mamanpapa famille enfants vacances chocolat nutella orange pomme fraise banane computer internet ordinateur
cairn conseiller conseillere missionlocale infojeunes mobilite somobilite boussole boussoledesjeunes promeneursdunet
trustno sunshine football baseball master shadow michael jennifer freedom whatever qazwsx abcdef abcdefgh abcdefghijkl
printemps ete automne hiver janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
