/**
 * Who may, for each route of the router and each role: one answer, or three where it depends on whose the object is (within the
 * role's scope / of another organisation of the network / of another network).
 *
 * 200 shows · 303 does, or leads to the sign-in or the second factor · 401 sign in first · 403 not under this role · 404 not
 * there, or not yours · 410 the link is over · 422 and 409: may, and an empty form is refused in words.
 *
 * A new route gets its row here, and its parameters their specimens in walk.ts. Written, never printed from what the program
 * answers: a row is what ought to be.
 */
export const TABLE: Readonly<Record<string, string>> = {
  //                                                                               visitor link-holder youth       adviser     manager     referent    coordinator administrator unproven
  'GET /':
    '200     200         200         200         200         200         200         200           200',
  'GET /:reseau':
    '200     200         200         200         200         200         200         200           200',
  'GET /:reseau/contact':
    '200     200         200         200         200         200         200         200           200',
  'GET /:reseau/mentions-legales':
    '200     200         200         200         200         200         200         200           200',
  'GET /:reseau/rendez-vous':
    '200     200         200         200         200         200         200         200           200',
  'GET /:reseau/rendez-vous/choix/:jeton':
    '410     200/410/410 410         410         410         410         410         410           410',
  'GET /:reseau/rendez-vous/creneaux':
    '200     200         200         200         200         200         200         200           200',
  'GET /accessibilite':
    '200     200         200         200         200         200         200         200           200',
  'GET /admin':
    '303     303         403         403         403         403         403         200           303',
  'GET /agenda/:jeton([A-Za-z0-9_-]+).ics':
    '404     200/404/404 404         404         404         404         404         404           404',
  'GET /api/v1/communes':
    '200     200         200         200         200         200         200         200           200',
  'GET /assets/cairn.svg':
    '200     200         200         200         200         200         200         200           200',
  'GET /assets/networks/:file':
    '200     200         200         200         200         200         200         200           200',
  'GET /connexion':
    '200     200         303         303         303         303         303         303           200',
  'GET /connexion/code':
    '303     303         303         303         303         303         303         303           200',
  'GET /connexion/code/application':
    '303     303         200         200         200         200         200         200           403',
  'GET /connexion/code/secours':
    '303     303         400         400         400         400         400         400           303',
  'GET /connexion/lien':
    '200     200         200         200         200         200         200         200           200',
  'GET /connexion/lien/:token':
    '200     200         200         200         200         200         200         200           200',
  'GET /connexion/role':
    '303     303         200         200         200         200         200         200           200',
  'GET /coordination':
    '303     303         403         403         403         303         303         303           303',
  'GET /coordination/:reseau':
    '303     303         403         403         403         200/200/404 200/200/404 200           303',
  'GET /coordination/:reseau/import':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/import/modele.csv':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/reglages':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/rendez-vous':
    '303     303         403         403         403         200/200/404 200/200/404 200           303',
  'GET /coordination/:reseau/rendez-vous.csv':
    '303     303         403         403         403         200/200/404 200/200/404 200           303',
  'GET /coordination/:reseau/structures':
    '303     303         403         403         403         200/200/404 200/200/404 200           303',
  'GET /coordination/:reseau/structures/:structure':
    '303     303         403         403         403         200/200/404 200/200/404 200           303',
  'GET /coordination/:reseau/structures/:structure/lieux/:lieu/attestation':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/structures/:structure/lieux/nouveau':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/structures/:structure/personnes/:membre/fin':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/structures/:structure/personnes/nouvelle':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /coordination/:reseau/structures/nouvelle':
    '303     303         403         403         403         403         200/200/404 200           303',
  'GET /demo':
    '200     200         200         200         200         200         200         200           200',
  'GET /demo/horloge':
    '200     200         200         200         200         200         200         200           200',
  'GET /demo/messages':
    '200     200         200         200         200         200         200         200           200',
  'GET /demo/messages/:id':
    '200     200         200         200         200         200         200         200           200',
  'GET /demo/messages/:id/html':
    '200     200         200         200         200         200         200         200           200',
  'GET /demo/messages/:id/rendez-vous.ics':
    '200     200         200         200         200         200         200         200           200',
  'GET /donnees-personnelles':
    '200     200         200         200         200         200         200         200           200',
  'GET /invitation/:token':
    '404     404         404         404         404         404         404         404           404',
  'GET /mon-compte/fermer':
    '303     303         200         200         200         200         200         200           200',
  'GET /mon-compte/sessions':
    '303     303         200         200         200         200         200         200           200',
  'GET /mon-espace':
    '303     303         200         403         403         403         403         403           403',
  'GET /mot-de-passe-oublie':
    '200     200         200         200         200         200         200         200           200',
  'GET /mot-de-passe-oublie/:token':
    '200     200         200         200         200         200         200         200           200',
  'GET /pro':
    '303     303         403         200         200         200         200         403           303',
  'GET /pro/absences':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/absences/:absence':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/absences/:absence/modifier':
    '303     303         403         200/404/404 200/404/404 404         200/200/404 403           303',
  'GET /pro/absences/nouvelle':
    '303     303         403         200/404/404 200/404/404 404         200/200/404 403           303',
  'GET /pro/agenda':
    '303     303         403         200         403         403         403         403           303',
  'GET /pro/calendrier':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/calendrier/pourquoi':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/plages':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/plages/:plage':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/plages/:plage/fois/:jour':
    '303     303         403         200/404/404 200/404/404 404         200/200/404 403           303',
  'GET /pro/plages/:plage/modifier':
    '303     303         403         200/404/404 200/404/404 404         200/200/404 403           303',
  'GET /pro/plages/:plage/terminer':
    '303     303         403         200/404/404 200/404/404 404         200/200/404 403           303',
  'GET /pro/plages/nouvelle':
    '303     303         403         200/404/404 200/404/404 404         200/200/404 403           303',
  'GET /pro/rendez-vous':
    '303     303         403         200         200         200         200         403           303',
  'GET /pro/rendez-vous/:id':
    '303     303         403         200/404/404 200/404/404 200/404/404 200/200/404 403           303',
  'GET /pro/rendez-vous/:id/annuler':
    '303     303         403         200/404/404 200/404/404 403         200/200/404 403           303',
  'GET /pro/rendez-vous/:id/deplacer':
    '303     303         403         200/404/404 200/404/404 403         200/200/404 403           303',
  'GET /pro/rendez-vous/:id/transferer':
    '303     303         403         200/404/404 200/404/404 403         200/200/404 403           303',
  'GET /pro/rendez-vous/nouveau':
    '303     303         403         200/404/404 200/404/404 403         200/200/404 403           303',
  'GET /pro/rendez-vous/nouveau/heure':
    '303     303         403         303/404/404 303/404/404 403         303/303/404 403           303',
  'GET /pro/rendez-vous/nouveau/personne':
    '303     303         403         200/404/404 200/404/404 403         200/200/404 403           303',
  'GET /pro/structure':
    '303     303         403         403         200         403         403         403           303',
  'GET /pro/structure/lieux/:lieu/attestation':
    '303     303         403         403         200/404/404 403         403         403           303',
  'GET /pro/structure/personnes/:membre/fin':
    '303     303         403         403         200/404/404 403         403         403           303',
  'GET /pro/structure/personnes/nouvelle':
    '303     303         403         403         200         403         403         403           303',
  'GET /rdv/:jeton':
    '404     200/404/404 404         404         404         404         404         404           404',
  'GET /rdv/:jeton/annuler':
    '404     200/404/404 404         404         404         404         404         404           404',
  'GET /rdv/:jeton/deplacer':
    '404     200/404/404 404         404         404         404         404         404           404',
  'GET /rdv/:jeton/rendez-vous.ics':
    '404     200/404/404 404         404         404         404         404         404           404',
  'GET /sante':
    '200     200         200         200         200         200         200         200           200',
  'GET /sante/pret':
    '200     200         200         200         200         200         200         200           200',
  'GET /ui':
    '200     200         200         200         200         200         200         200           200',
  'POST /:reseau/rendez-vous/choix/:jeton':
    '422     422         422         422         422         422         422         422           422',
  'POST /:reseau/rendez-vous/choix/:jeton/rendre':
    '303     303         303         303         303         303         303         303           303',
  'POST /:reseau/rendez-vous/retenir':
    '303     303         303         303         303         303         303         303           303',
  'POST /connexion':
    '422     422         422         422         422         422         422         422           422',
  'POST /connexion/cle':
    '422     422         422         422         422         422         422         422           422',
  'POST /connexion/cle/options':
    '200     200         200         200         200         200         200         200           200',
  'POST /connexion/code':
    '401     401         422         422         422         422         422         422           422',
  'POST /connexion/code/application':
    '401     401         403         403         403         403         403         403           403',
  'POST /connexion/code/application/nouvelle':
    '401     401         303         303         303         303         303         303           403',
  'POST /connexion/code/secours/nouveaux':
    '401     401         422         422         422         422         422         422           303',
  'POST /connexion/lien':
    '422     422         422         422         422         422         422         422           422',
  'POST /connexion/lien/:token':
    '410     410         410         410         410         410         410         410           410',
  'POST /connexion/role':
    '401     401         422         422         422         422         422         422           422',
  'POST /coordination/:reseau/import':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/reglages':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/structures/:structure/faits':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/structures/:structure/lieux/:lieu/attestation':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/structures/:structure/lieux/nouveau':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/structures/:structure/personnes/:membre/fin':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/structures/:structure/personnes/:membre/invitation':
    '401     401         403         403         403         403         303/303/404 303           403',
  'POST /coordination/:reseau/structures/:structure/personnes/nouvelle':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /coordination/:reseau/structures/nouvelle':
    '401     401         403         403         403         403         422/422/404 422           403',
  'POST /deconnexion':
    '303     303         303         303         303         303         303         303           303',
  'POST /demo/connexion':
    '303     303         303         303         303         303         303         303           303',
  'POST /demo/horloge':
    '422     422         422         422         422         422         422         422           422',
  'POST /invitation/:token':
    '404     404         404         404         404         404         404         404           404',
  'POST /mon-compte/cles':
    '401     401         422         422         422         422         422         422           422',
  'POST /mon-compte/cles/:passkeyId/suppression':
    '401     401         404         404         404         404         404         404           403',
  'POST /mon-compte/cles/options':
    '401     401         200         200         200         200         200         200           403',
  'POST /mon-compte/fermer':
    '401     401         303         409         409         409         409         409           409',
  'POST /mon-compte/sessions/:sessionId/fin':
    '401     401         303/404/404 303/404/404 303/404/404 303/404/404 303/404/404 303/404/404   303/404/404',
  'POST /mon-compte/sessions/fin-des-autres':
    '401     401         303         303         303         303         303         303           303',
  'POST /mon-espace/rendez-vous/:id':
    '401     401         303/404/404 403         403         403         403         403           403',
  'POST /mon-espace/retrouver':
    '401     401         303         403         403         403         403         403           403',
  'POST /mot-de-passe-oublie':
    '422     422         422         422         422         422         422         422           422',
  'POST /mot-de-passe-oublie/:token':
    '422     422         422         422         422         422         422         422           422',
  'POST /pro/absences/:absence/annuler-tout':
    '401     401         403         409/404/404 409/404/404 404         409/409/404 403           403',
  'POST /pro/absences/:absence/annuler/:entretien':
    '401     401         403         409/404/404 409/404/404 404         409/409/404 403           403',
  'POST /pro/absences/:absence/modifier':
    '401     401         403         422/404/404 422/404/404 404         422/422/404 403           403',
  'POST /pro/absences/:absence/terminer':
    '401     401         403         303/404/404 303/404/404 404         303/303/404 403           403',
  'POST /pro/absences/nouvelle':
    '401     401         403         422/404/404 422/404/404 404         422/422/404 403           403',
  'POST /pro/agenda':
    '401     401         403         200         403         403         403         403           403',
  'POST /pro/agenda/retirer':
    '401     401         403         303         403         403         403         403           403',
  'POST /pro/plages/:plage/fois/:jour':
    '401     401         403         422/404/404 422/404/404 404         422/422/404 403           403',
  'POST /pro/plages/:plage/modifier':
    '401     401         403         422/404/404 422/404/404 404         422/422/404 403           403',
  'POST /pro/plages/:plage/terminer':
    '401     401         403         422/404/404 422/404/404 404         422/422/404 403           403',
  'POST /pro/plages/nouvelle':
    '401     401         403         422/404/404 422/404/404 404         422/422/404 403           403',
  'POST /pro/rendez-vous/:id/annuler':
    '401     401         403         422/404/404 422/404/404 403         422/422/404 403           403',
  'POST /pro/rendez-vous/:id/deplacer':
    '401     401         403         303/404/404 303/404/404 403         303/303/404 403           403',
  'POST /pro/rendez-vous/:id/note':
    '401     401         403         303/404/404 303/404/404 403         303/303/404 403           403',
  'POST /pro/rendez-vous/:id/suite':
    '401     401         403         409/404/404 409/404/404 403         409/409/404 403           403',
  'POST /pro/rendez-vous/:id/transferer':
    '401     401         403         409/404/404 409/404/404 403         409/409/404 403           403',
  'POST /pro/rendez-vous/nouveau/personne':
    '401     401         403         422/404/404 422/404/404 403         422/422/404 403           403',
  'POST /pro/structure/lieux/:lieu/attestation':
    '401     401         403         403         422/404/404 403         403         403           403',
  'POST /pro/structure/personnes/:membre/fin':
    '401     401         403         403         422/404/404 403         403         403           403',
  'POST /pro/structure/personnes/:membre/invitation':
    '401     401         403         403         303/404/404 403         403         403           403',
  'POST /pro/structure/personnes/nouvelle':
    '401     401         403         403         422         403         403         403           403',
  'POST /rdv/:jeton/annuler':
    '404     303/404/404 404         404         404         404         404         404           404',
  'POST /rdv/:jeton/deplacer':
    '404     303/404/404 404         404         404         404         404         404           404',
  'POST /rdv/:jeton/retard':
    '404     303/404/404 404         404         404         404         404         404           404',
};
