"""Given names that are mostly men's or mostly women's, from the languages that the news of the world brings up."""

MALE = frozenset(
    """
    aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto alejandro aleksandr aleksei alex alexander alexei
    alexey alfred ali anatoly andre andreas andrei andrew andrey andrii andriy angus anthony antonio antony arnold
    arthur asif bashar barack barry bart ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon
    brent brian bruce bryan carl carlos cesar charles charlie chris christian christopher chuck claude clint colin
    corey cory craig dale dan daniel darren dave david dean dennis denys derek dick dmitri dmitry dmytro don donald
    doug douglas dwight earl ed eddie eduardo edward edwin emmanuel enrique eric erik ernest eugene evan felix
    fernando francis francisco francois frank franklin fred frederick gary gavin gennady geoff geoffrey george gerald
    gerhard giorgio giovanni glenn gordon greg gregory guillermo gustavo guy hans harold harry hassan hector helmut
    henry herbert herman howard hugh hussein ian ibrahim igor ihor ilya ismail ivan jack jacob jake jamal jan james
    jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jim jimmy joaquin joe joel johan john johnny jon jonas
    jonathan jorge jose josef joseph josh joshua juan julio justin karl keith ken kenneth kevin khalid kim kirill
    klaus konstantin kurt kyle kyrylo larry lars lawrence lee leo leon leonard leonid lindsey lloyd lou louis lucas
    luis luke magnus mahmoud manuel marc marcel marco marcus mario mark markus marshall martin marvin mathias matt
    matteo matthew maurice max maxim michael michel miguel mihail mike mikhail mitch mitt mohamed mohammad mohammed
    moshe muhammad mustafa mykhailo mykola nathan neil nicholas nick nicolas nigel nikita nikolai nikolay norman oleg
    oleh oleksandr oleksii oleksiy olaf oliver omar oscar otto pablo patrick paul pavel pavlo pedro pete peter petro
    phil philip phillip pierre rafael ralph ramon ramzan rand randall randy raul ray raymond recep reince reza ricardo
    richard rick rob robert roberto rodney rodrigo roger roland roman ron ronald ross roy ruben rudolph rudy rupert
    russell ryan salman sam samuel scott sean sebastian serge sergei sergey sergio serhii serhiy seth shinzo simon
    spencer stan stanislav stefan stephen steve steven stuart taras ted terrence terry theodore thierry thomas tim
    timothy toby todd tom tommy tony travis trevor ulrich vadim valentin valery vasyl viacheslav victor viktor vincent
    vitali vitaliy vitaly vladimir vladyslav volodymyr vyacheslav wade walter warren wayne wesley wilhelm will william
    wolfgang yevgeny yuri yuriy yusuf zachary jinping keqiang fumio narendra benjamin abdel hamid kofi ban rishi keir
    jens olaf lloyd antony tayyip nicolás josé raúl andrés jörg jürgen françois gérard rené lászló miloš andrzej
    jarosław paweł tomasz hillel newt rush glenn sheldon trey merrick elijah harlan sidney cody dylan tyler derrick
    jesse marlon reggie dustin brendan brett chad clay curtis darrell drew garrett grant heath hunter jordan lance
    logan mason micah preston
    """.split()
)
FEMALE = frozenset(
    """
    abigail ada adele agnes aisha alexandra alice alicia alina alison allison amanda amber amelia amy ana anastasia
    andrea angela angelina anita ann anna anne annette annie antonia ariana astrid audrey ayesha barbara beatrice
    becky benazir bernadette beth betsy betty beverly bonnie brenda bridget brigitte britta camille candice carla
    carly carmen carol carole caroline carolyn carrie catherine cathy cecilia celine charlotte chelsea cheryl chloe
    christina christine cindy claire clara claudia colleen condoleezza connie courtney cristina crystal cynthia
    daniela danielle daria dawn deborah debbie debra denise diana diane dolores donna dora doris dorothy edith eileen
    elaine elena eleanor elisabeth elise elizabeth ella ellen emily emma erica erika erin esther eva evelyn fatima
    fiona florence frances gabriela gabrielle gail gina giorgia gisela gloria grace greta gretchen gwen hannah heather
    heidi helen helena hilary hillary holly huma ida ilona inga ingrid irene irina iryna isabel isabella ivana ivanka
    jackie jacqueline jan jane janet janice jean jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne
    jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet justine kamala karen karin kate
    katerina katherine kathleen kathryn kathy katie kateryna katrina kayla kaye kayleigh keiko kellyanne kelly kerry
    kim kirsten kristen kristin kristina larisa laura lauren leila lena leslie liana lidia lily linda lisa liz liza
    lois loretta lori lorraine louise lucia lucy lydia lynn madeleine maggie maia malala manuela marcia margaret
    margarita maria mariana marianne marie marilyn marina marine marissa marjorie marta martha mary maureen megan
    meghan melanie melania melissa mercedes michelle michele mildred miranda miriam molly monica muriel nadia nancy
    naomi natalia natalie nataliya nicola nicole nina nora norma oksana olga olena olivia oprah paige pamela pat
    patricia patty paula pauline peggy penelope penny petra phyllis rachel raisa rebecca regina renee rhonda rita
    roberta robin rosa rose roseanne rosemary roxana ruth sabrina sally samantha samia sandra sara sarah sasha shannon
    sharon sheila shelley sherry shirley silvia simone sofia sonia sophia sophie stacy stella stephanie sue susan
    suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa tetiana theresa tiffany tina tracy tricia tulsi
    ursula valentina valerie vanessa vera veronica vicki victoria viktoria violet virginia vivian wendy whitney yulia
    yuliia yvonne zeynep zoe sanna kaja magdalena annalena jacinda marija agnieszka małgorzata françoise hélène mónica
    renée loretta symone dana
    """.split()
)
GENDER_OF = dict.fromkeys(MALE - FEMALE, "m") | dict.fromkeys(FEMALE - MALE, "f")
"""The names that only one of the lists has."""
GIVEN = MALE | FEMALE
